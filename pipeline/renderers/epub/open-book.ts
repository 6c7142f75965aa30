import { unzipSync } from 'fflate'
import { elementsBelow, readXml, type XmlFile } from '../../tools/xml/read-xml.ts'

/** A finished book, opened. */
export interface OpenBook {
  /** Every file of the container by its path. */
  files: ReadonlyMap<string, Uint8Array>
  /** A file of markup, read once for all who ask; empty where it is missing. */
  xml(path: string): XmlFile
  /** Path of the package document; empty where the container names none. */
  packagePath: string
  manifest: readonly ManifestItem[]
  /** Paths in reading order; pages outside of it (`linear="no"`) left out. */
  readingOrder: readonly string[]
}

/** A file that the package document lists. */
export interface ManifestItem {
  id: string
  /** Path in the container. */
  path: string
  mediaType: string
  properties: readonly string[]
}

const books = new WeakMap<Uint8Array, OpenBook>()

/** Open an EPUB file. Everyone who asks about the same array gets the same book. Throws where it is no zip file at all. */
export function openBook(bytes: Uint8Array): OpenBook {
  const book = books.get(bytes) ?? open(bytes)
  books.set(bytes, book)
  return book
}

function open(bytes: Uint8Array): OpenBook {
  const files = new Map(Object.entries(unzipSync(bytes)))
  const xml = readOnce(files)
  const packagePath = elementsBelow(xml('META-INF/container.xml').root, 'rootfile')[0]?.attributes['full-path'] ?? ''
  const { root } = xml(packagePath)
  const manifest = elementsBelow(root, 'item').map(({ attributes: { id = '', href = '', 'media-type': mediaType = '', properties = '' } }) => ({
    id,
    path: pathFrom(packagePath, href),
    mediaType,
    properties: properties.split(/\s+/),
  }))
  const paths = new Map(manifest.map(({ id, path }) => [id, path]))
  const spine = elementsBelow(root, 'itemref').filter(({ attributes: { linear } }) => linear !== 'no')
  return { files, xml, packagePath, manifest, readingOrder: spine.map(({ attributes: { idref = '' } }) => paths.get(idref) ?? '') }
}

function readOnce(files: OpenBook['files']): OpenBook['xml'] {
  const read = new Map<string, XmlFile>()
  return (path) => {
    const file = read.get(path) ?? readXml(textOf(files, path))
    read.set(path, file)
    return file
  }
}

/** A file of the book as text; empty where it is missing. */
export function textOf(files: OpenBook['files'], path: string): string {
  return new TextDecoder().decode(files.get(path) ?? new Uint8Array())
}

/** Path in the container of an address that a file of the book writes; its fragment left out. */
export function pathFrom(from: string, href: string): string {
  const { pathname } = new URL(href, `book:/${from}`)
  return decodeURIComponent(pathname).replace(/^\//, '')
}
