import { publicUrl } from '../../ast/addresses.ts'
import { lastChanged } from '../../ast/edition.ts'
import { DateTime } from '../../ast/small-types.ts'
import { defineCheck, type EditionSubject } from '../../contract/check.ts'
import { elementsBelow, readXml, type XmlElement } from '../../tools/xml/read-xml.ts'
import { version } from '../../tools/installation.ts'
import { newsLanguage } from './news-language.ts'
import { storiesForSearch, storiesInNews, urlsInSitemap } from './plan-sitemaps.ts'
import { robotsFaults } from './robots-faults.ts'

/** Bytes, and characters of an address, that the protocol allows. */
const [mostBytes, longestAddress, mostUrls] = [50 * 1024 * 1024, 2048, 50_000]

/** Sitemaps by the rules of sitemaps.org and of Google News, robots.txt by those of RFC 9309, and both by the stories that they are to name. */
export const sitemapCheck = defineCheck<unknown, EditionSubject>({
  name: 'Sitemap rules',
  level: 'always',
  against: 'story',
  version: async () => ({ version }),
  async judge(subject) {
    const { artifact: { path, bytes }, planned, report } = subject
    const text = new TextDecoder().decode(bytes)
    const faults = planned.rel === 'robots' ? robotsFaults(text, subject.publication) : [...(bytes.length > mostBytes ? ['it is larger than 50 MiB'] : []), ...faultsOfXml(text, subject)]
    for (const what of faults) report('sitemap/invalid', { file: '' }, { path, what })
  },
})

function faultsOfXml(text: string, subject: EditionSubject): string[] {
  const { root, fault } = readXml(text)
  if (fault) return [`line ${fault.line}, column ${fault.column}: ${fault.message}`]
  const isIndex = subject.planned.rel === 'sitemap-index'
  const name = isIndex ? 'sitemapindex' : 'urlset'
  const [top] = elementsBelow(root, name)
  if (!top || top.attributes['xmlns'] !== 'http://www.sitemaps.org/schemas/sitemap/0.9') return [`its first element is not ${name}, version 0.9`]
  const entries = elementsBelow(top, isIndex ? 'sitemap' : 'url')
  const addresses = entries.map((entry) => wordsOf(entry, 'loc'))
  return [
    ...(entries.length > 0 && entries.length <= mostUrls ? [] : [`it has ${entries.length} entries, expected 1 to ${mostUrls}`]),
    ...addresses.filter((address) => !isOwn(address, subject)).map((address) => `"${address}" is no address of this publication of at most ${longestAddress} characters`),
    ...repeated(addresses).map((address) => `"${address}" is named twice`),
    ...entries.map((entry) => wordsOf(entry, 'lastmod')).filter((date) => date !== '' && !DateTime.safeParse(date).success).map((date) => `"${date}" is no date with its zone`),
    ...(isIndex ? faultsOfIndex(addresses, subject) : faultsOfStories(entries, subject)),
  ]
}

function repeated(addresses: readonly string[]): string[] {
  const seen = new Set<string>()
  return addresses.filter((address) => seen.has(address) || !seen.add(address))
}

function isOwn(address: string, { publication: { url } }: EditionSubject): boolean {
  return address.startsWith(`${url}/`) && URL.canParse(address) && address.length < longestAddress
}

/** All sitemaps of stories in their order, then those for news. */
function faultsOfIndex(addresses: readonly string[], { edition, publication }: EditionSubject): string[] {
  const count = Math.ceil(storiesForSearch(edition).length / urlsInSitemap)
  const expected = addresses.map((_, index) => publicUrl(publication, index < count ? `sitemap-${index + 1}.xml` : `sitemap-news${index === count ? '' : `-${index - count + 1}`}.xml`))
  return addresses.length >= count && addresses.join(' ') === expected.join(' ') ? [] : ['it does not name the sitemaps that there are']
}

function faultsOfStories(entries: readonly XmlElement[], { edition: { stories }, planned: { shows, rel }, publication }: EditionSubject): string[] {
  const isNews = rel === 'news-sitemap'
  const byUrl = new Map(entries.map((entry) => [wordsOf(entry, 'loc'), entry]))
  const bySlug = new Map(stories.map((story) => [story.slug, story]))
  const differences = shows.flatMap(({ slug }) => {
    const story = bySlug.get(slug)
    const entry = story && byUrl.get(story.url)
    // A story that is not named at all is missed by its address.
    if (!story || !entry) return []
    const expected = isNews
      ? { 'news:name': publication.name, 'news:language': newsLanguage(story.language), 'news:publication_date': story.published, 'news:title': story.headline }
      : { lastmod: lastChanged(story) }
    return Object.entries(expected).flatMap(([name, value]) => (wordsOf(entry, name) === value ? [] : [`${name} of "${slug}" is "${wordsOf(entry, name)}", expected "${value}"`]))
  })
  return [...(isNews && entries.length > storiesInNews ? [`it has ${entries.length} stories, and ${storiesInNews} are the most for news`] : []), ...differences]
}

function wordsOf(element: XmlElement, name: string): string {
  return elementsBelow(element, name)[0]?.children.map((child) => (typeof child === 'string' ? child : '')).join('') ?? ''
}
