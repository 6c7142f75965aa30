import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from './hash-of.ts'
import { writeWhole } from './write-whole.ts'

/** Bytes by their sha256, never changed. */
export interface Objects {
  /** The bytes, compared with their hash; undefined where they are not there or damaged. */
  read(sha256: string): Promise<Uint8Array | undefined>
  /** Keep bytes; `sha256` is theirs. Answers when they are on disk or will not be. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>
  remove(sha256: string): Promise<void>
}

/** Open the objects in a folder. `prepare` is called before each is written, `onWrite` with the bytes of what was new. */
export function openObjects(folder: string, prepare: () => void, onWrite: (bytes: number) => void): Objects {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  const remove = (sha256: string): Promise<void> => rm(pathOf(sha256), { force: true }).catch(() => undefined)
  const keeping = new Map<string, Promise<void>>()
  const write = async (sha256: string, bytes: Uint8Array): Promise<void> => {
    try {
      prepare()
      if (await writeWhole(pathOf(sha256), bytes)) onWrite(bytes.length)
    } catch {
      // A full or read-only disk makes the next run slower, and this one no worse.
    } finally {
      keeping.delete(sha256)
    }
  }
  return {
    async read(sha256) {
      await keeping.get(sha256)
      const bytes = await readFile(pathOf(sha256)).catch(() => undefined)
      if (bytes === undefined || hashOf(bytes) === sha256) return bytes
      return void (await remove(sha256))
    },
    keep(sha256, bytes) {
      const running = keeping.get(sha256) ?? write(sha256, bytes)
      keeping.set(sha256, running)
      return running
    },
    remove,
  }
}
