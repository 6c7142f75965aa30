import { readFileSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOfPieces } from '../cache/hash-of.ts'
import { writeWhole } from '../cache/write-whole.ts'

/**
 * Where a run keeps what it has made until the journal moves it: a folder inside of `dist/`, because a rename is atomic on
 * one volume only. Files are named by their content, so a file that two stories share is there once.
 */
export interface Workspace {
  /** The folder, absolute. */
  folder: string
  /** Keep bytes, in one piece or more; returns their sha256 in hex, which is to be given of pieces that can be had only once. Keeping the same bytes twice is one file. */
  keep(bytes: Uint8Array | Iterable<Uint8Array | string>, sha256?: string): Promise<string>
  /** Bytes that were kept; undefined where there are none of that hash. */
  read(sha256: string): Promise<Uint8Array | undefined>
  /** Path of what was kept, for the journal: below `dist/`. */
  staged(sha256: string): string
  /** Keep nothing any more: what is still drawn after a run was stopped would make the folder anew. */
  close(): void
  /** A second copy of what was kept, told apart by a number; returns its path like `staged`. */
  copy(sha256: string, number: number): Promise<string>
}

/** Name of the folder inside of `dist/` that holds lock, journal and workspace while a run goes on. */
export const deskFolder = '.galley'
const stage = `${deskFolder}/stage`

/** Make the workspace of one run, empty. */
export async function openWorkspace(out: string): Promise<Workspace> {
  const folder = join(out, stage)
  await clearWorkspace(out)
  await mkdir(folder, { recursive: true })
  const kept = new Set<string>()
  let isClosed = false
  const keep: Workspace['keep'] = async (bytes, sha256 = hashOfPieces(bytes instanceof Uint8Array ? [bytes] : bytes)): Promise<string> => {
    if (isClosed) throw new Error('The run is over.')
    if (!kept.has(sha256)) writeWhole(join(folder, sha256), bytes, false)
    kept.add(sha256)
    return sha256
  }
  return {
    folder,
    keep,
    read: async (sha256) => (kept.has(sha256) ? readFileSync(join(folder, sha256)) : undefined),
    close: () => void (isClosed = true),
    staged: (sha256) => `${stage}/${sha256}`,
    copy: async (sha256, number) => {
      await copyFile(join(folder, sha256), join(folder, `${sha256}.${number}`))
      return `${stage}/${sha256}.${number}`
    },
  }
}

/** Remove what a run has left in its workspace. Only for who holds the lock, and only where no journal needs it. */
export async function clearWorkspace(out: string): Promise<void> {
  await rm(join(out, stage), { recursive: true, force: true })
}
