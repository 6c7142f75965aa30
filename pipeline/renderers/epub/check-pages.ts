import { textOf, type OpenBook } from './open-book.ts'
import { elementsBelow, readXml, type XmlElement } from './read-xml.ts'
import type { BookFault } from './validate-book.ts'

const isXml = /\.(opf|ncx|xhtml|xml)$/

/** Every file of markup on its own: well-formed, each id once; and the navigation document with its parts (EPUB 3.3, 7.4). */
export function findPageFaults(book: OpenBook): BookFault[] {
  const paths = [...book.files.keys()].filter((path) => isXml.test(path))
  return [...paths.flatMap((path) => faultsOfFile(path, textOf(book.files, path))), ...findNavigationFaults(book)]
}

function faultsOfFile(path: string, text: string): BookFault[] {
  const { root, fault } = readXml(text)
  if (fault) return [{ rule: 'epub/not-well-formed', path, what: `line ${fault.line}, column ${fault.column}: ${fault.message}` }]
  return repeatedIds(root).map((id) => ({ rule: 'epub/duplicate-id', path, what: `the id "${id}" is given twice` }))
}

function repeatedIds(root: XmlElement): string[] {
  const ids = elementsBelow(root).flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function findNavigationFaults({ files, manifest, packagePath }: OpenBook): BookFault[] {
  const item = manifest.find(({ properties }) => properties.includes('nav'))
  if (!item) return [{ rule: 'epub/navigation', path: packagePath, what: 'no file of the book is its navigation document' }]
  const navs = elementsBelow(readXml(textOf(files, item.path)).root, 'nav')
  const missing = ['toc', 'landmarks'].filter((type) => !navs.some((nav) => nav.attributes['epub:type'] === type && elementsBelow(nav, 'a').length > 0))
  return missing.map((type) => ({ rule: 'epub/navigation', path: item.path, what: `it has no entries for "${type}"` }))
}
