import type { Element } from 'xast'
import { x } from 'xastscript'
import { safeAddress } from '../../ast/safe-address.ts'
import { writeXml } from '../../markup/xml/write-xml.ts'
import type { FeedFacts } from './feed-facts.ts'
import type { FeedItem } from './feed-items.ts'
import { onLines } from './write-rss.ts'

/** Atom 1.0 (RFC 4287), with the full text as HTML and the language of each story. */
export function writeAtom({ title, description, home, self, publication, logo, updated, items }: FeedFacts): Uint8Array {
  const feed = [
    x('id', home),
    x('title', title),
    x('subtitle', description),
    x('updated', updated),
    x('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    x('link', { rel: 'alternate', type: 'text/html', href: home }),
    x('author', [x('name', publication.name), x('uri', `${publication.url}/`)]),
    x('generator', 'Galley'),
    ...(logo === undefined ? [] : [x('icon', logo)]),
    ...items.map(entry),
  ]
  return writeXml(x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': publication.language }, onLines(feed)))
}

function entry({ story, id, title, label, updated, html, image }: FeedItem): Element {
  const { url, published, byline, section, tags, standfirst, language } = story
  return x('entry', { 'xml:lang': language }, onLines([
    x('id', id),
    x('title', title),
    x('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...(image ? [x('link', { rel: 'enclosure', type: image.mediaType, length: String(image.size), href: image.url })] : []),
    x('published', published),
    x('updated', updated),
    ...byline.map((author) => person(author)),
    ...(label ? [x('category', { term: label.kind, label: label.text })] : []),
    ...(section ? [x('category', { term: section.id, label: section.name })] : []),
    ...tags.map((tag) => x('category', { term: tag })),
    ...(standfirst === undefined ? [] : [x('summary', standfirst)]),
    ...(html === undefined ? [] : [x('content', { type: 'html' }, html)]),
  ]))
}

function person({ name, url }: FeedItem['story']['byline'][number]): Element {
  const address = url === undefined ? undefined : safeAddress(url)
  return x('author', [x('name', name), ...(address === undefined ? [] : [x('uri', address)])])
}
