import { pathFrom, type OpenBook } from './open-book.ts'
import { elementsBelow, type XmlElement } from '../../tools/xml/read-xml.ts'
import type { BookFault } from './validate-book.ts'

/** Links and pictures within the book that lead to no file, or to no place in a file. */
export function findLinkFaults({ files, xml }: OpenBook): BookFault[] {
  const pages = new Map([...files.keys()].filter((path) => /\.(xhtml|ncx)$/.test(path)).map((path) => [path, xml(path).root]))
  const places = new Map([...pages].map(([path, root]) => [path, idsOf(root)]))
  return [...pages].flatMap(([path, root]) =>
    addressesOf(root)
      .filter((address) => !leadsSomewhere(path, address, files, places))
      .map((address): BookFault => ({ rule: 'epub/broken-link', path, what: `"${address}" leads to nothing in the book` })),
  )
}

function addressesOf(root: XmlElement): string[] {
  const addresses = elementsBelow(root).flatMap(({ attributes: { href, src } }) => [href, src])
  return addresses.filter((address) => address !== undefined).filter((address) => !/^[a-z][a-z0-9+.-]*:/i.test(address))
}

function leadsSomewhere(from: string, address: string, files: OpenBook['files'], places: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const path = pathFrom(from, address)
  const [, fragment] = address.split('#')
  if (!files.has(path)) return false
  return fragment === undefined || (places.get(path)?.has(decodeURIComponent(fragment)) ?? false)
}

function idsOf(root: XmlElement): ReadonlySet<string> {
  return new Set(elementsBelow(root).flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id])))
}
