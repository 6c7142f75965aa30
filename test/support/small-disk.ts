import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of its own on which there is little room. */
export interface SmallDisk {
  folder: string
  /** Take all room but so many bytes. */
  fill(left: number): void
  /** Give the room back. */
  free(): void
  readOnly(isSo: boolean): void
  close(): void
}

/**
 * Mount a file system in memory of so many megabytes (tmpfs). Only root may, as which CI and containers run; elsewhere this throws what `mount` says, because a disk that
 * is only said to be full shows nothing.
 */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'galley-test', folder])
  const ballast = join(folder, 'ballast')
  const free = (): void => rmSync(ballast, { force: true })
  return {
    folder,
    free,
    fill(left) {
      free()
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - left)))
    },
    readOnly: (isSo) => void execFileSync('mount', ['-o', `remount,${isSo ? 'ro' : 'rw'}`, folder]),
    close: () => void execFileSync('umount', ['--lazy', folder]),
  }
}
