import { publicUrl } from '../../ast/addresses.ts'
import { DateTime } from '../../ast/small-types.ts'
import type { EditionSubject } from '../../contract/check.ts'
import { readXml, type XmlElement } from '../../tools/xml/read-xml.ts'
import { faultsOfWords, isAbsolute, repeated } from './feed-rules.ts'
import { childrenOf, wordsIn } from './read-feed.ts'

/** What in a file is against Atom 1.0 (RFC 4287; numbers of its sections behind each rule). */
export function atomFaults(text: string, { planned: { path }, publication }: Pick<EditionSubject, 'planned' | 'publication'>): string[] {
  const { root, fault } = readXml(text)
  if (fault) return [`line ${fault.line}, column ${fault.column}: ${fault.message}`]
  const [feed] = childrenOf(root, 'feed')
  if (!feed || feed.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom') return ['its first element is not a feed of Atom']
  const entries = childrenOf(feed, 'entry')
  const selfs = childrenOf(feed, 'link').filter(({ attributes: { rel } }) => rel === 'self')
  return [
    ...faultsOfParts('the feed', feed),
    ...(selfs.length === 1 && selfs[0]?.attributes['href'] === publicUrl(publication, path) ? [] : ['the link "self" does not lead to the feed itself (4.1.1)']),
    ...(childrenOf(feed, 'author').length > 0 || entries.every((entry) => childrenOf(entry, 'author').length > 0) ? [] : ['the feed has no author, and not all entries have one (4.1.1)']),
    ...repeated(entries.map((entry) => wordsIn(entry, 'id'))).map((id) => `the id "${id}" is given twice (4.1.1)`),
    ...entries.flatMap((entry, index) => [...faultsOfParts(`entry ${index + 1}`, entry), ...faultsOfEntry(`entry ${index + 1}`, entry)]),
  ]
}

/** What a feed and an entry must both have: 4.1.1 and 4.1.2, 3.3. */
function faultsOfParts(what: string, element: XmlElement): string[] {
  const [id = '', updated = ''] = [wordsIn(element, 'id'), wordsIn(element, 'updated')]
  return [
    ...faultsOfWords(what, { id, title: wordsIn(element, 'title'), updated }),
    ...['id', 'title', 'updated'].filter((name) => childrenOf(element, name).length > 1).map((name) => `${what} has more than one ${name} (4.1)`),
    ...(URL.canParse(id) ? [] : [`the id of ${what} is no IRI (4.2.6)`]),
    ...(DateTime.safeParse(updated).success ? [] : [`updated of ${what} is no date of RFC 3339 (3.3)`]),
    ...childrenOf(element, 'author').filter((author) => !wordsIn(author, 'name')).map(() => `an author of ${what} has no name (3.2.1)`),
    ...childrenOf(element, 'link').filter(({ attributes: { href } }) => !isAbsolute(href)).map(() => `a link of ${what} is not absolute (4.2.7.1)`),
    ...childrenOf(element, 'category').filter(({ attributes: { term } }) => !term).map(() => `a category of ${what} has no term (4.2.2.1)`),
  ]
}

function faultsOfEntry(what: string, entry: XmlElement): string[] {
  const contents = childrenOf(entry, 'content')
  const published = wordsIn(entry, 'published')
  const hasAlternate = childrenOf(entry, 'link').some(({ attributes: { rel } }) => rel === 'alternate')
  return [
    ...(contents.length <= 1 ? [] : [`${what} has more than one content (4.1.2)`]),
    ...(contents.every(({ attributes: { type } }) => type === 'html') ? [] : [`the content of ${what} does not say that it is HTML (4.1.3.1)`]),
    ...(contents.length > 0 || hasAlternate ? [] : [`${what} has neither content nor a link "alternate" (4.1.2)`]),
    ...(published === undefined || DateTime.safeParse(published).success ? [] : [`published of ${what} is no date of RFC 3339 (3.3)`]),
  ]
}
