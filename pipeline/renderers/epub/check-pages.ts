import type { OpenBook } from './open-book.ts'
import { elementsBelow, type XmlElement, type XmlFile } from '../../tools/xml/read-xml.ts'
import type { BookFault } from './validate-book.ts'

const isXml = /\.(opf|ncx|xhtml|xml)$/

/** Every file of markup on its own: well-formed, each id once; and the navigation document with its parts (EPUB 3.3, 7.4). */
export function findPageFaults(book: OpenBook): BookFault[] {
  const paths = [...book.files.keys()].filter((path) => isXml.test(path))
  return [...paths.flatMap((path) => faultsOfFile(path, book.xml(path))), ...findNavigationFaults(book)]
}

function faultsOfFile(path: string, { root, fault }: XmlFile): BookFault[] {
  if (fault) return [{ rule: 'epub/not-well-formed', path, what: `line ${fault.line}, column ${fault.column}: ${fault.message}` }]
  return repeatedIds(root).map((id) => ({ rule: 'epub/duplicate-id', path, what: `the id "${id}" is given twice` }))
}

function repeatedIds(root: XmlElement): string[] {
  const given = new Set<string>()
  const repeated = new Set<string>()
  for (const { attributes: { id } } of elementsBelow(root)) {
    if (id === undefined) continue
    if (given.has(id)) repeated.add(id)
    given.add(id)
  }
  return [...repeated]
}

function findNavigationFaults({ xml, manifest, packagePath }: OpenBook): BookFault[] {
  const item = manifest.find(({ properties }) => properties.includes('nav'))
  if (!item) return [{ rule: 'epub/navigation', path: packagePath, what: 'no file of the book is its navigation document' }]
  const navs = elementsBelow(xml(item.path).root, 'nav')
  const missing = ['toc', 'landmarks'].filter((type) => !navs.some((nav) => nav.attributes['epub:type'] === type && elementsBelow(nav, 'a').length > 0))
  return missing.map((type) => ({ rule: 'epub/navigation', path: item.path, what: `it has no entries for "${type}"` }))
}
