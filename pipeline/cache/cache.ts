import { join } from 'node:path'
import { markFolder } from './cache-folder.ts'
import { openObjects, type Objects } from './objects.ts'
import { pruneTo } from './prune.ts'
import { openRecords, type Records } from './records.ts'
import { settle, signIn, type CacheUser } from './settle.ts'

/** What is kept over runs: bytes by their own hash, and records of what made them. */
export interface Cache {
  objects: Objects
  records: Records
  /** Remove what runs that were killed have left half done, and keep within the limit: what was longest without use goes first. Called once, at the end of a run. */
  close(): Promise<void>
}

/** Where a cache lies, and how large it may grow. */
export interface CacheSettings {
  /** The folder; made when the first thing is kept. */
  folder: string
  /** Bytes that it may hold. */
  limit: number
  /** Absent where nothing is written. */
  user?: CacheUser
}

/** Bytes: two or three thousand stories in every format, with their pictures. */
export const defaultCacheLimit = 5_000_000_000

/** Version of the layout below: another one is another folder, so that an older Galley never reads it. */
export const layout = 'v1'

/**
 * Open a cache. Nothing that it does ever throws: what is damaged is not there, and what cannot be written is not missed. Two runs may
 * use one cache at a time.
 */
export function openCache({ folder, limit, user }: CacheSettings): Cache {
  const place = join(folder, layout)
  const prepare = once(() => {
    markFolder(folder)
    if (user) signIn(place, user)
  })
  let written = 0
  const onWrite = (bytes: number): void => void (written += bytes)
  return {
    objects: openObjects(join(place, 'objects'), prepare, onWrite),
    records: openRecords(join(place, 'records'), prepare, onWrite),
    close: async () => {
      if (user) await settle(place, user)
      await pruneTo(place, limit, written)
    },
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    work()
    isDone = true
  }
}
