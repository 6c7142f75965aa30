import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { home } from '../pipeline/tools/installation.ts'

const discarded = join(home, 'bench/.work/discarded')

/**
 * Take a folder out of the way without removing it: for minutes after many files were removed, ext4 looks for a free inode among all those that
 * were, and whatever writes files next is measured too slow.
 */
export async function setAside(folder: string): Promise<void> {
  await mkdir(discarded, { recursive: true })
  await rename(folder, join(discarded, randomUUID())).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** Remove what was set aside, when nothing is measured any more. */
export async function emptyBin(): Promise<void> {
  await rm(discarded, { recursive: true, force: true })
}
