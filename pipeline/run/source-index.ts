import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { hashOf } from '../cache/hash-of.ts'
import { quietly } from '../cache/quietly.ts'
import type { SourceFile, SourceProblem, SourceReader } from '../contract/source.ts'
import type { StoryHead } from '../parse/parse-article.ts'
import { fileSign } from './file-sign.ts'
import { sameText } from './same-text.ts'

/** What was seen of a file when it was hashed. */
interface Seen {
  sign: string
  sha256: string
  /** Of a story, its head as that content has it, and the key of what else that depends on. */
  head?: { key: string; of: StoryHead }
}

/** The files of `source/` with their hashes: what has not been touched since the last run is not read again. */
export interface SourceIndex {
  /** sha256 of a file, hex; of one that cannot be had, the problem in words. */
  hash(path: string): Promise<string>
  /** A file with its hash, as `hash` tells it: of one reading, whatever becomes of the file meanwhile. */
  read(path: string): Promise<{ file: SourceFile | SourceProblem; hash: string }>
  /** The head of a story that has this content, as it was kept under `key`. */
  head(path: string, sha256: string, key: string): StoryHead | undefined
  /** Keep the head of a story that has this content. */
  keepHead(path: string, sha256: string, head: StoryHead, key: string): void
  /** Know nothing of these files any more: they belong to a story that is not public. */
  forget(paths: Iterable<string>): void
  save(): Promise<void>
}

// A file that is written twice within the grain of a disk's clock shows one time: what is so young is read again.
const grain = 2_000

/** Open the index of a newspaper; `now` is the time of the disk's clock, in milliseconds since 1970. Without a cache every file is read. */
export function openSourceIndex(folder: string, source: SourceReader, cache: Pick<Cache, 'records'> | undefined, now: number): SourceIndex {
  const [shelf, name] = ['index', `source-${hashOf(resolve(folder)).slice(0, 24)}`]
  const seen = new Map(Object.entries(cache?.records.find<Record<string, Seen>>(shelf, name) ?? {}))
  for (const { head } of seen.values()) if (head) head.key = sameText(head.key)
  let isChanged = false

  // The sign is from before the reading: of a file that is saved meanwhile, the next run finds another one.
  async function readSigned(path: string, sign: string | undefined): Promise<{ file: SourceFile | SourceProblem; hash: string }> {
    const [file, known] = [await source.read(path), seen.get(path)]
    if ('problem' in file) return { file, hash: `problem ${JSON.stringify(file)}` }
    const hash = hashOf(file.bytes)
    if (sign === undefined) isChanged = seen.delete(path) || isChanged
    else if (known?.sign !== sign || known.sha256 !== hash) {
      isChanged = true
      seen.set(path, { sign, sha256: hash, ...(known?.sha256 === hash && known.head ? { head: known.head } : {}) })
    }
    return { file, hash }
  }

  return {
    async hash(path) {
      const sign = signOf(join(folder, path), now)
      const known = seen.get(path)
      return sign !== undefined && known?.sign === sign ? known.sha256 : (await readSigned(path, sign)).hash
    },
    read: async (path) => readSigned(path, signOf(join(folder, path), now)),
    head(path, sha256, key) {
      const known = seen.get(path)
      return known?.sha256 === sha256 && known.head?.key === key ? known.head.of : undefined
    },
    keepHead(path, sha256, of, key) {
      const known = seen.get(path)
      if (known?.sha256 !== sha256) return
      isChanged = true
      seen.set(path, { ...known, head: { key, of } })
    },
    forget(paths) {
      for (const path of paths) isChanged = seen.delete(path) || isChanged
    },
    save: async () => (isChanged ? cache?.records.replace(shelf, name, Object.fromEntries(seen)) : undefined),
  }
}

/** The sign of a file; undefined where it is not there or too young to be told apart. */
function signOf(path: string, now: number): string | undefined {
  const facts = quietly(() => statSync(path, { bigint: true, throwIfNoEntry: false }))
  if (facts === undefined || now - Number(facts.ctimeNs / 1_000_000n) < grain) return undefined
  return fileSign(facts)
}
