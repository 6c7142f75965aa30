import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Article } from '../../ast/article.ts'
import type { Publication } from '../../ast/publication.ts'
import { closedBlocks, freePart, isCut } from '../../ast/free-part.ts'
import { safeAddress } from '../../ast/safe-address.ts'
import { defineCheck, type Check, type Subject } from '../../contract/check.ts'
import type { PlannedFile } from '../../contract/renderer.ts'
import { NewsArticleSchema, type NewsArticleData } from '../news-article-schema.ts'
import { walkElements } from '../walk-elements.ts'
import { pageTree } from './page-tree.ts'

/** Something that a search engine would not take, or would take for something else. */
interface Fault {
  property: string
  what: string
}

/** The structured data of a page, judged by a schema of ours and compared with the story and with the page itself. */
export function jsonLdCheck(rule: 'html/json-ld' | 'amp/json-ld', version: string): Check {
  return defineCheck({
    name: 'JSON-LD',
    level: 'always',
    against: 'story',
    version: async () => ({ version }),
    async judge({ artifact: { path, bytes }, planned, article, publication, report }) {
      for (const fault of findFaults(pageTree(bytes), { article, publication, planned })) report(rule, { file: article.source }, { path, ...fault })
    },
  })
}

function findFaults(page: Root, { article, publication, planned }: Pick<Subject, 'article' | 'publication' | 'planned'>): Fault[] {
  const scripts = jsonLdOf(page)
  if (scripts.length !== 1) return [{ property: 'script', what: `expected one script of type application/ld+json, found ${scripts.length}` }]
  const data = NewsArticleSchema.safeParse(parse(scripts[0]))
  if (!data.success) return data.error.issues.map(({ path, message }) => ({ property: path.join('.') || '@type', what: message }))
  return [...differences(data.data, article, publication), ...pictureFaults(data.data, article), ...gateFaults(data.data, article, planned, page)]
}

function jsonLdOf(page: Root): string[] {
  const scripts: string[] = []
  walkElements(page, (element) => {
    if (element.tagName === 'script' && element.properties['type'] === 'application/ld+json') scripts.push(toString(element))
  })
  return scripts
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** What the data says of the story must be what the story says. */
function differences(data: NewsArticleData, article: Article, publication: Publication): Fault[] {
  const { headline, canonical, url, published, updated, byline, language, section, corrections } = article
  const expected: Record<string, unknown> = {
    headline, mainEntityOfPage: canonical, url, inLanguage: language,
    datePublished: published, dateModified: updated ?? published,
    articleSection: section?.name, publisher: publication.name,
    author: byline.map(({ name, url: own }) => [name, own === undefined ? undefined : safeAddress(own)]),
    correction: corrections.map(({ date }) => date),
  }
  const found: Record<string, unknown> = {
    ...data,
    publisher: data.publisher.name,
    author: (data.author ?? []).map(({ name, url: own }) => [name, own]),
    correction: (data.correction ?? []).map(({ datePublished }) => datePublished),
  }
  return Object.entries(expected).flatMap(([property, value]) => {
    const [is, ought] = [JSON.stringify(found[property]), JSON.stringify(value)]
    return is === ought ? [] : [{ property, what: `expected ${ought}, found ${is}` }]
  })
}

/** Google recommends one picture each of 16x9, 4x3 and 1x1. */
const ratios = [[16, 9], [4, 3], [1, 1]] as const

function pictureFaults({ image = [] }: NewsArticleData, { lead }: Article): Fault[] {
  if (!lead) return []
  const shapes = image.map(({ width, height }) => Number(width) / Number(height))
  const missing = ratios.filter(([width, height]) => !shapes.some((shape) => Math.abs(shape - width / height) < 0.02))
  return missing.map(([width, height]) => ({ property: 'image', what: `there is no picture of ${width}x${height}` }))
}

/** The selector must match what is not free, and that only: the closed blocks where they are, else one notice that stands for them. */
function gateFaults({ isAccessibleForFree, hasPart }: NewsArticleData, article: Article, { holds }: PlannedFile, page: Root): Fault[] {
  const isGated = isCut(article)
  if (isAccessibleForFree === isGated) return [{ property: 'isAccessibleForFree', what: `the story ${isGated ? 'is' : 'is not'} gated` }]
  if (!isGated) return hasPart ? [{ property: 'hasPart', what: 'the whole story is free' }] : []
  if (!hasPart) return [{ property: 'hasPart', what: 'nothing says what is not free' }]
  const fault = (what: string): Fault => ({ property: 'hasPart', what: `${hasPart.cssSelector} ${what}` })
  const marked = elementsOf(page, hasPart.cssSelector.slice(1))
  const closed = holds === 'whole' ? [...closedBlocks(article)].map(({ id }) => id) : []
  const expected = holds === 'whole' ? closed.length : 1
  if (marked.length !== expected) return [fault(`matches ${marked.length} elements, and ${expected} ${expected === 1 ? 'is' : 'are'} not free`)]
  const matched = new Set(marked.flatMap(idsOf))
  const free = freePart(article).body.children.map(({ id }) => id)
  return [
    ...free.filter((id) => matched.has(id)).map((id) => fault(`matches "${id}", which is free`)),
    ...closed.filter((id) => !matched.has(id)).map((id) => fault(`does not match "${id}", which is not free`)),
  ]
}

function elementsOf(page: Root, name: string): Element[] {
  const found: Element[] = []
  walkElements(page, (element) => {
    const { className } = element.properties
    if (Array.isArray(className) && className.includes(name)) found.push(element)
  })
  return found
}

/** The ids of an element and of all that it holds. */
function idsOf(element: Element): string[] {
  const ids: string[] = []
  walkElements(element, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id)
  })
  return ids
}
