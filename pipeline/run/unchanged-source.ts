import { hashOf } from '../cache/hash-of.ts'
import type { SourceReader } from '../contract/source.ts'

/** A file of `source/` is not any more what it was when it was judged: somebody has saved, moved or removed it while the run went on. */
export class SourceChanged extends Error {
  override name = 'SourceChanged'
  readonly path: string
  constructor(path: string) {
    super(`${path} was changed while this run read it.`)
    this.path = path
  }
}

/**
 * The files of a story as they were when it was judged, by their hashes: whatever was seen then is not given in another state, because nobody has looked at
 * that one. Reading throws `SourceChanged` instead.
 */
export function unchangedSource(source: SourceReader, seen: Readonly<Record<string, string>>): SourceReader {
  return {
    async read(path) {
      const file = await source.read(path)
      const known = seen[path]
      if (known !== undefined && ('problem' in file || hashOf(file.bytes) !== known)) throw new SourceChanged(path)
      return file
    },
  }
}
