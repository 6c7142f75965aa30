import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from './hash-of.ts'
import { quietly } from './quietly.ts'
import { writeWhole } from './write-whole.ts'

/** Bytes by their sha256, never changed. */
export interface Objects {
  /** The bytes, compared with their hash; undefined where they are not there or damaged. */
  read(sha256: string): Promise<Uint8Array | undefined>
  /** Whether something of that hash is there; damaged or not only reading tells. */
  has(sha256: string): boolean
  /** Keep bytes; `sha256` is theirs. Afterwards they are on disk, or will not be. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>
  remove(sha256: string): Promise<void>
}

/** Open the objects in a folder. `prepare` is called before each is written, `onWrite` with the bytes of what was new. */
export function openObjects(folder: string, prepare: () => void, onWrite: (bytes: number) => void): Objects {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  const remove = (sha256: string): Promise<void> => rm(pathOf(sha256), { force: true }).catch(() => undefined)
  return {
    async read(sha256) {
      const bytes = quietly(() => readFileSync(pathOf(sha256)))
      if (bytes === undefined || hashOf(bytes) === sha256) return bytes
      return void (await remove(sha256))
    },
    has: (sha256) => existsSync(pathOf(sha256)),
    async keep(sha256, bytes) {
      try {
        prepare()
        if (writeWhole(pathOf(sha256), bytes)) onWrite(bytes.length)
      } catch {
        // A full or read-only disk makes the next run slower, and this one no worse.
      }
    },
    remove,
  }
}
