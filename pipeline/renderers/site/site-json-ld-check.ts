import type { Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import * as z from 'zod'
import { defineCheck, type EditionSubject } from '../../contract/check.ts'
import { pageTree } from '../../markup/page/page-tree.ts'
import { version } from '../../tools/installation.ts'

const url = z.url({ protocol: /^https?$/ })
const words = z.string().min(1)
const reference = z.strictObject({ '@id': url })
const image = z.strictObject({ '@type': z.literal('ImageObject'), url, width: z.string(), height: z.string() })

const publisher = z.strictObject({ '@type': z.literal('NewsMediaOrganization'), '@id': url, name: words, url, logo: image.optional(), sameAs: z.array(url).min(1).optional() })
const site = z.strictObject({ '@type': z.literal('WebSite'), '@id': url, name: words, url, inLanguage: words, publisher: reference })
const collection = z.strictObject({ '@type': z.literal('CollectionPage'), '@id': url, name: words, url, inLanguage: words, isPartOf: z.strictObject({ '@type': z.literal('WebSite'), '@id': url, name: words, url }), mainEntity: reference })
const way = z.strictObject({ '@type': z.literal('BreadcrumbList'), itemListElement: z.array(z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), name: words, item: url })).min(2) })
const list = z.strictObject({ '@type': z.literal('ItemList'), '@id': url, numberOfItems: z.int(), itemListElement: z.array(z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), url, name: words })) })

/**
 * What the structured data of a front or section page may be, and nothing else: schema.org's types and names, with what Google asks of a
 * site's name, a list of stories and the way to a page (https://developers.google.com/search/docs/appearance/structured-data/carousel).
 */
const Data = z.strictObject({ '@context': z.literal('https://schema.org'), '@graph': z.union([z.tuple([site, publisher, list]), z.tuple([collection, way, list])]) })

/** The structured data of front and section pages, judged by a schema of ours and compared with the stories that the page shows. */
export const siteJsonLdCheck = defineCheck<unknown, EditionSubject>({
  name: 'Site JSON-LD',
  level: 'always',
  against: 'story',
  judges: ({ rel }) => rel === 'front' || rel === 'section',
  version: async () => ({ version }),
  async judge(subject) {
    const { artifact: { path }, report } = subject
    for (const what of findFaults(subject)) report('site/json-ld', { file: '' }, { path, what })
  },
})

function findFaults({ artifact: { bytes }, planned: { shows }, edition: { publication, stories } }: EditionSubject): string[] {
  const scripts = jsonLdOf(pageTree(bytes))
  if (scripts.length !== 1) return [`expected one script of type application/ld+json, found ${scripts.length}`]
  const data = Data.safeParse(parse(scripts[0] ?? ''))
  if (!data.success) return data.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`)
  const [page, , items] = data.data['@graph']
  const bySlug = new Map(stories.map((story) => [story.slug, story]))
  const expected = shows.map(({ slug }) => bySlug.get(slug)?.url)
  const found = items.itemListElement.map((item) => item.url)
  return [
    ...(page.inLanguage === publication.language ? [] : [`inLanguage: expected ${publication.language}, found ${page.inLanguage}`]),
    ...(found.join(' ') === expected.join(' ') ? [] : ['the list does not name the stories of the page in their order']),
    ...(items.numberOfItems === found.length && items.itemListElement.every(({ position }, index) => position === index + 1) ? [] : ['the list is counted wrong']),
  ]
}

function jsonLdOf(page: Root): string[] {
  const scripts: string[] = []
  visit(page, 'element', (element) => {
    if (element.tagName === 'script' && element.properties['type'] === 'application/ld+json') scripts.push(toString(element))
  })
  return scripts
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
