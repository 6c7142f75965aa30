import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { toString as proseOf } from 'mdast-util-to-string'
import { pathOf } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import { lastChanged } from '../../ast/edition.ts'
import type { Publication } from '../../ast/publication.ts'
import { closedBlocks, freePart, isCut } from '../../ast/free-part.ts'
import { safeAddress } from '../../ast/safe-address.ts'
import { defineCheck, type Check, type Subject } from '../../contract/check.ts'
import type { Place } from '../../contract/diagnostic.ts'
import type { PlannedFile } from '../../contract/renderer.ts'
import { NewsArticleSchema, type NewsArticleData } from '../news-article-schema.ts'
import { walkElements } from '../walk-elements.ts'
import { wordsFor } from '../words.ts'
import { pageTree } from './page-tree.ts'

/** Something that a search engine would not take, or would take for something else. */
interface Fault {
  property: string
  what: string
}

/** What is said of structured data that is wrong, and of data that could be better. */
export interface JsonLdRules {
  error: 'html/json-ld' | 'amp/json-ld'
  warning: 'html/json-ld-advice' | 'amp/json-ld-advice'
}

/** The structured data of a page, judged by a schema of ours and compared with the story and with the page itself. */
export function jsonLdCheck(rules: JsonLdRules, version: string): Check {
  return defineCheck({
    name: 'JSON-LD',
    level: 'always',
    against: 'story',
    version: async () => ({ version }),
    async judge({ artifact: { path, bytes }, planned, article, publication, report }) {
      const page = pageTree(bytes)
      for (const fault of findFaults(page, { article, publication, planned })) report(rules.error, { file: article.source }, { path, ...fault })
      const pictures = smallPictures(page)
      if (pictures.length > 0) report(rules.warning, placeOfLead(article), { path, pictures: pictures.join(', '), least: leastPixels })
    },
  })
}

function findFaults(page: Root, { article, publication, planned }: Pick<Subject, 'article' | 'publication' | 'planned'>): Fault[] {
  const scripts = jsonLdOf(page)
  if (scripts.length !== 1) return [{ property: 'script', what: `expected one script of type application/ld+json, found ${scripts.length}` }]
  const data = NewsArticleSchema.safeParse(parse(scripts[0]))
  if (!data.success) return data.error.issues.map(({ path, message }) => ({ property: path.join('.') || '@type', what: message }))
  return [
    ...differences(data.data, article, publication),
    ...pictureFaults(data.data, article, page),
    ...addressFaults(data.data, article, publication),
    ...gateFaults(data.data, article, planned, page),
  ]
}

/** The structured data of a page that has it as it should be. */
export function readJsonLd(page: Root): NewsArticleData | undefined {
  return NewsArticleSchema.safeParse(parse(jsonLdOf(page)[0])).data
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
  const { headline, canonical, url, published, byline, language, section, corrections, standfirst, dateline, tags } = article
  const isNews = data['@type'] !== 'LiveBlogPosting' && data['@type'] !== 'AdvertiserContentArticle'
  const authors = byline.map(({ name, url: own }) => ['Person', name, own === undefined ? undefined : safeAddress(own)])
  const expected: Record<string, unknown> = {
    headline, mainEntityOfPage: canonical, url, inLanguage: language,
    datePublished: published, dateModified: lastChanged(article),
    description: standfirst?.length ? proseOf(standfirst, { includeImageAlt: false }) : undefined,
    // Only news has one in schema.org.
    dateline: isNews ? dateline : undefined,
    articleSection: section?.name, keywords: tags.length > 0 ? tags.join(', ') : undefined, publisher: publication.name,
    author: authors.length > 0 ? authors : [['Organization', publication.name, `${publication.url}/`]],
    correction: corrections.map(({ date, type, text }) => [wordsFor(language).correctionTypes[type], date, proseOf(text, { includeImageAlt: false })]),
  }
  const found: Record<string, unknown> = {
    ...data,
    publisher: data.publisher.name,
    author: data.author.map(({ '@type': type, name, url: own }) => [type, name, own]),
    correction: (data.correction ?? []).map(({ name, datePublished, text }) => [name, datePublished, text]),
  }
  return Object.entries(expected).flatMap(([property, value]) => {
    const [is, ought] = [JSON.stringify(found[property]), JSON.stringify(value)]
    return is === ought ? [] : [{ property, what: `expected ${ought}, found ${is}` }]
  })
}

/** Google recommends one picture each of 16x9, 4x3 and 1x1. */
const ratios = [[16, 9], [4, 3], [1, 1]] as const

/** A lead picture is there in every shape, and the cards that the page shows to those who share it are, too. */
function pictureFaults({ image = [] }: NewsArticleData, { lead }: Article, page: Root): Fault[] {
  const cards = cardsOf(page)
  if (image.length === 0) return lead || cards.length > 0 ? [pictureFault('there is none, though the story has a lead picture or cards')] : []
  const named = new Set(image.map(({ url }) => url))
  const shapes = image.map(({ width, height }) => Number(width) / Number(height))
  const missing = lead ? ratios.filter(([width, height]) => !shapes.some((shape) => Math.abs(shape - width / height) < 0.02)) : []
  return [
    ...missing.map(([width, height]) => pictureFault(`there is no picture of ${width}x${height}`)),
    ...cards.filter((url) => !named.has(url)).map((url) => pictureFault(`${url} is a card of the page and not among them`)),
  ]
}

function pictureFault(what: string): Fault {
  return { property: 'image', what }
}

/** Addresses of the pictures that the page shows to those who share it (https://ogp.me). */
function cardsOf(page: Root): string[] {
  const cards: string[] = []
  walkElements(page, ({ tagName, properties: { property, content } }) => {
    if (tagName === 'meta' && property === 'og:image' && typeof content === 'string') cards.push(content)
  })
  return cards
}

/** Pictures come from the publication itself: a file of the story, or a shared one. */
function addressFaults({ image = [], publisher }: NewsArticleData, { path }: Article, publication: Publication): Fault[] {
  const isOurs = (url: string): boolean => [`${path}/`, 'assets/'].some((folder) => pathOf(publication, url)?.startsWith(folder))
  const named = [...image.map(({ url }) => ({ property: 'image', url })), ...(publisher.logo ? [{ property: 'publisher.logo', url: publisher.logo.url }] : [])]
  return named.filter(({ url }) => !isOurs(url)).map(({ property, url }) => ({ property, what: `${url} is no file of this story or of the publication’s assets` }))
}

/** Google leaves out pictures of fewer pixels than this, width by height. */
const leastPixels = 50_000

function smallPictures(page: Root): string[] {
  const small = (readJsonLd(page)?.image ?? []).filter(({ width, height }) => Number(width) * Number(height) < leastPixels)
  return small.map(({ width, height }) => `${width} × ${height}`)
}

function placeOfLead({ source, lead, places }: Article): Place {
  const start = (lead?.position ?? places['lead.src'] ?? places['lead'])?.start
  return start ? { file: source, line: start.line, column: start.column } : { file: source }
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
