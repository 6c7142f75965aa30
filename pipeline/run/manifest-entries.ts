import { readSync } from 'node:fs'
import { hashOfPieces } from '../cache/hash-of.ts'

/** Where an entry lies in a manifest, in bytes. */
export interface EntryPlace {
  at: number
  length: number
}

/** One entry of the lists of a manifest, as JSON. */
interface Entry extends EntryPlace {
  list: 'stories' | 'files'
  text: string
}

const bytesAtOnce = 1 << 20

/** sha256 of what an open file holds, hex; no more than a part of it is in memory. */
export function hashOfOpen(file: number): string {
  return hashOfPieces(partsOf(file))
}

/** The entries of a manifest in an open file, in their order, one at a time. Only for one that `printManifest` has printed: they are found by its lines. */
export function* readEntries(file: number): Generator<Entry> {
  let [rest, restAt, list]: [Buffer, number, Entry['list']] = [Buffer.alloc(0), 0, 'stories']
  for (const part of partsOf(file)) {
    const bytes = Buffer.concat([rest, part])
    let from = 0
    for (let end = bytes.indexOf(lastLine, from); end !== -1; end = bytes.indexOf(lastLine, from)) {
      const start = bytes.indexOf(firstLine, from)
      // What stands before an entry may end one list and begin the other.
      if (bytes.subarray(from, start).includes('\n "files": [')) list = 'files'
      const after = end + lastLine.length
      yield { list, at: restAt + start, length: after - start, text: bytes.toString('utf8', start, after) }
      from = after
    }
    rest = bytes.subarray(from)
    restAt += from
  }
}

// A line end within a text is `\n`, and what lies deeper has more spaces.
const [firstLine, lastLine] = ['\n  {', '\n  }']

/** The bytes of one place, as text. */
export function readAt(file: number, { at, length }: EntryPlace): string {
  const bytes = Buffer.alloc(length)
  readSync(file, bytes, 0, length, at)
  return bytes.toString('utf8')
}

function* partsOf(file: number): Generator<Buffer> {
  const bytes = Buffer.alloc(bytesAtOnce)
  for (let at = 0, read = readSync(file, bytes, 0, bytesAtOnce, at); read > 0; read = readSync(file, bytes, 0, bytesAtOnce, at)) {
    yield bytes.subarray(0, read)
    at += read
  }
}
