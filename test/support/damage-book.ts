import { unzipSync, zipSync, type Zippable } from 'fflate'

/** The same book with some of its files changed, added or (undefined) taken out. */
export function damageBook(good: Uint8Array, changes: Record<string, (text: string) => string | undefined>, mimetypeLevel: 0 | 9 = 0): Uint8Array {
  const files: Zippable = {}
  for (const [path, bytes] of Object.entries(unzipSync(good))) files[path] = [bytes, { level: path === 'mimetype' ? mimetypeLevel : 6 }]
  for (const [path, change] of Object.entries(changes)) {
    const entry = files[path]
    const text = change(Array.isArray(entry) ? Buffer.from(entry[0] as Uint8Array).toString() : '')
    if (text === undefined) delete files[path]
    else files[path] = Buffer.from(text)
  }
  return zipSync(files)
}
