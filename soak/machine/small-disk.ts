import { spawnSync } from 'node:child_process'
import { mkdirSync, statfsSync } from 'node:fs'

/** A disk that can be filled, and that nobody else is on. */
export interface SmallDisk {
  folder: string
  /** Leave so many bytes free. */
  leave(bytes: number): void
  /** Give back all of it. */
  free(): void
}

/** Set in the process that has mounts of its own. */
const mark = 'GALLEY_SOAK_MOUNTS'

/**
 * Run this program once more where its mounts are its own and go with it, however it ends: as root by a mount namespace, for everybody else by
 * a user namespace as well, if the system allows that. Answers the exit code; undefined where this is that process, or where there can be none.
 */
export function runWithOwnMounts(): number | undefined {
  if (process.env[mark] !== undefined || process.platform !== 'linux') return undefined
  for (const way of [['--mount'], ['--user', '--map-root-user', '--mount']]) {
    if (spawnSync('unshare', [...way, 'true'], { stdio: 'ignore' }).status !== 0) continue
    const { status } = spawnSync('unshare', [...way, process.execPath, ...process.argv.slice(1)], { stdio: 'inherit', env: { ...process.env, [mark]: 'own' } })
    return status ?? 1
  }
  return undefined
}

/** Put a disk of so many bytes, in memory, at a folder. Undefined where this process may not mount. */
export function openSmallDisk(folder: string, bytes: number): SmallDisk | undefined {
  if (process.env[mark] === undefined) return undefined
  mkdirSync(folder, { recursive: true })
  if (!mount(['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder])) return undefined
  // The disk shrinks to what is on it instead of being filled with anything, which costs no memory.
  const resize = (size: number): void => {
    if (!mount(['-o', `remount,size=${size}`, folder])) throw new Error(`The disk at ${folder} could not be resized.`)
  }
  return {
    folder,
    leave(left) {
      const { bsize, blocks, bfree } = statfsSync(folder)
      resize(Math.max((blocks - bfree) * bsize + left, bsize))
    },
    free: () => resize(bytes),
  }
}

function mount(words: readonly string[]): boolean {
  return spawnSync('mount', words, { stdio: 'ignore' }).status === 0
}
