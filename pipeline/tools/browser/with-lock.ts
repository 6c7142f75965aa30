import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { beginOf, isRunning } from '../processes.ts'

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
    writeFileSync(path, `${process.pid} ${beginOf(process.pid) ?? ''}`, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(path: string): boolean {
  try {
    const [pid, begin] = readFileSync(path, 'utf8').split(' ')
    // Empty: its owner is just about to write its number, or died there.
    return pid ? !isRunning(Number(pid), begin || undefined) : Date.now() - statSync(path).mtimeMs > 10_000
  } catch {
    return false
  }
}
