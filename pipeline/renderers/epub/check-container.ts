import type { OpenBook } from './open-book.ts'
import type { BookFault } from './validate-book.ts'

const mimetype = 'application/epub+zip'

/** The container (EPUB OCF 3.3, 4.3): `mimetype` first and stored, and every file listed in the package document. */
export function findContainerFaults(bytes: Uint8Array, { files, packagePath, manifest }: OpenBook): BookFault[] {
  const listed = new Set(manifest.map(({ path }) => path))
  const unlisted = [...files.keys()].filter((path) => path !== 'mimetype' && path !== packagePath && !path.startsWith('META-INF/') && !listed.has(path))
  return [
    ...(beginsWithMimetype(bytes) ? [] : [fault('mimetype', `the first file is not an uncompressed "mimetype" that says ${mimetype}`)]),
    ...(files.has(packagePath) ? [] : [fault(packagePath, 'the package document is missing')]),
    ...manifest.filter(({ path }) => !files.has(path)).map(({ path }) => fault(path, 'the package document lists it, and it is missing')),
    ...unlisted.map((path) => fault(path, 'it is in the book, and the package document does not list it')),
  ]
}

function fault(path: string, what: string): BookFault {
  return { rule: 'epub/container', path, what }
}

/** By its bytes, as reading systems do: the local header of the first file (APPNOTE 4.3.7) and its content stand at fixed offsets. */
function beginsWithMimetype(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = new TextDecoder('latin1').decode(bytes.subarray(30, 30 + 8 + mimetype.length))
  return view.getUint16(8, true) === 0 && view.getUint16(28, true) === 0 && start === `mimetype${mimetype}`
}
