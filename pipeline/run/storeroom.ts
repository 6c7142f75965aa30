import { defaultCacheLimit, openCache, type Cache } from '../cache/cache.ts'
import { codeHashes, type CodeHashes } from '../tools/installation.ts'
import { isNameOfDead, ownName } from '../tools/processes.ts'

/** What is kept over runs, and the code that it must have been made by. */
export interface Storeroom {
  cache: Cache
  code: CodeHashes
}

/** Whether and where things are kept over runs. */
export interface StoreroomSettings {
  /** Folder of the cache; absent: nothing is kept over runs. */
  cache?: string
  /** Bytes that it may hold. */
  cacheLimit?: number
}

/** Open the storeroom. Code that is not from the bundle has no hash to tell it from other code, so nothing is kept of what it makes. */
export function openStoreroom({ cache: folder, cacheLimit: limit = defaultCacheLimit }: StoreroomSettings, code = codeHashes()): Storeroom | undefined {
  return folder === undefined || code === undefined ? undefined : { cache: openCache({ folder, limit, user: { name: ownName(), isDead: isNameOfDead } }), code }
}
