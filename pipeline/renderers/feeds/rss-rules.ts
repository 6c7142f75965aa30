import { publicUrl } from '../../ast/addresses.ts'
import type { EditionSubject } from '../../contract/check.ts'
import { readXml, type XmlElement } from '../../tools/xml/read-xml.ts'
import { faultsOfWords, isAbsolute, repeated } from './feed-rules.ts'
import { childrenOf, wordsIn } from './read-feed.ts'

/** RFC 822, section 5, with the figures for the year that RSS 2.0 asks for. */
const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3]\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} [0-2]\d:[0-5]\d:[0-5]\d ([+-]\d{4}|GMT)$/

/** What in a file is against RSS 2.0 (https://www.rssboard.org/rss-specification) or the advice of its profile (https://www.rssboard.org/rss-profile). */
export function rssFaults(text: string, { planned: { path }, publication }: Pick<EditionSubject, 'planned' | 'publication'>): string[] {
  const { root, fault } = readXml(text)
  if (fault) return [`line ${fault.line}, column ${fault.column}: ${fault.message}`]
  const [rss] = childrenOf(root, 'rss')
  const [channel, ...others] = rss ? childrenOf(rss, 'channel') : []
  if (!rss || rss.attributes['version'] !== '2.0') return ['its first element is not rss, version 2.0']
  if (!channel || others.length > 0) return ['it does not have one channel']
  const self = childrenOf(channel, 'atom:link').find(({ attributes: { rel } }) => rel === 'self')
  const items = childrenOf(channel, 'item')
  return [
    ...faultsOfWords('the channel', { title: wordsIn(channel, 'title'), link: wordsIn(channel, 'link'), description: wordsIn(channel, 'description'), language: wordsIn(channel, 'language') }),
    ...(isAbsolute(wordsIn(channel, 'link')) ? [] : ['the link of the channel is not an absolute address']),
    ...(self?.attributes['href'] === publicUrl(publication, path) ? [] : ['atom:link does not lead to the feed itself']),
    ...(items.length === 0 || date.test(wordsIn(channel, 'lastBuildDate') ?? '') ? [] : ['lastBuildDate is no date of RFC 822']),
    ...repeated(items.map((item) => wordsIn(item, 'guid'))).map((id) => `the guid "${id}" is given twice`),
    ...items.flatMap(faultsOfItem),
  ]
}

function faultsOfItem(item: XmlElement, index: number): string[] {
  const what = `item ${index + 1}`
  const enclosures = childrenOf(item, 'enclosure')
  const [guid] = childrenOf(item, 'guid')
  return [
    ...faultsOfWords(what, { title: wordsIn(item, 'title'), guid: wordsIn(item, 'guid') }),
    ...(isAbsolute(wordsIn(item, 'link')) ? [] : [`the link of ${what} is not an absolute address`]),
    ...(guid?.attributes['isPermaLink'] === 'false' ? [] : [`the guid of ${what} would be taken for an address`]),
    ...(date.test(wordsIn(item, 'pubDate') ?? '') ? [] : [`the pubDate of ${what} is no date of RFC 822`]),
    ...(enclosures.length > 1 ? [`${what} has more than one enclosure`] : []),
    ...enclosures.flatMap(({ attributes: { url, length = '', type = '' } }) => (isAbsolute(url) && /^\d+$/.test(length) && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? [] : [`the enclosure of ${what} does not have an absolute url, a length in bytes and a type`])),
  ]
}
