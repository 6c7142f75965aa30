import type { Element } from 'xast'
import { x } from 'xastscript'
import { writeHtml } from '../../markup/write-html.ts'
import { writeXml } from '../../markup/xml/write-xml.ts'
import { rfc822 } from './rfc-822.ts'
import type { FeedFacts } from './feed-facts.ts'
import type { FeedItem } from './feed-items.ts'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), with the full text in `content:encoded`, authors and languages in Dublin Core, and
 * the moment of the last change in Atom's `updated`, as the RSS profile advises (https://www.rssboard.org/rss-profile).
 */
export function writeRss({ title, description, home, self, publication, updated, items }: FeedFacts): Uint8Array {
  const channel = [
    x('title', title),
    x('link', home),
    // Plain text by the specification, and markup to some readers: an ampersand is the same to both, the start of a tag is not.
    x('description', description.replaceAll('<', '&lt;')),
    x('language', publication.language),
    ...(items.length > 0 ? [x('lastBuildDate', rfc822(updated))] : []),
    x('docs', 'https://www.rssboard.org/rss-specification'),
    x('generator', 'Galley'),
    x('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
    ...items.map(item),
  ]
  return writeXml(x('rss', { version: '2.0', ...namespaces }, x('channel', onLines(channel))))
}

function item({ story, id, title, label, updated, html, image }: FeedItem): Element {
  const { url, published, byline, section, tags, standfirst, language } = story
  const categories = [...(label ? [label.text] : []), ...(section ? [section.name] : []), ...tags]
  return x('item', onLines([
    x('title', title),
    x('link', url),
    x('guid', { isPermaLink: 'false' }, id),
    x('pubDate', rfc822(published)),
    x('atom:updated', updated),
    ...byline.map(({ name }) => x('dc:creator', name)),
    x('dc:language', language),
    ...[...new Set(categories)].map((category) => x('category', category)),
    ...(standfirst === undefined ? [] : [x('description', asMarkup(standfirst))]),
    ...(html === undefined ? [] : [x('content:encoded', html)]),
    ...(image ? [x('enclosure', { url: image.url, length: String(image.size), type: image.mediaType })] : []),
  ]))
}

/** Words as HTML: that is what the description of an item is to its readers, so a tag that stands in the words would be one. */
function asMarkup(words: string): string {
  return writeHtml({ type: 'text', value: words })
}

/** One element a line, for people who look. */
export function onLines(elements: readonly Element[]): (string | Element)[] {
  return elements.flatMap((element) => ['\n', element])
}
