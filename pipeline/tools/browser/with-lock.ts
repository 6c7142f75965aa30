import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Run `work` while no other process of this machine runs it under the same lock file. A lock of a dead process is taken over. */
export async function withLock(path: string, work: () => Promise<void>): Promise<void> {
  while (!take(path)) {
    if (isAbandoned(path)) await rm(path, { force: true })
    else await wait(50)
  }
  try {
    await work()
  } finally {
    await rm(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    // Empty: its owner is just about to write its number, or died there.
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(path).mtimeMs > 10_000
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
