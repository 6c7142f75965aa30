import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireLock, type Lock } from '../../pipeline/run/lock.ts'

let out: string
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'galley-lock-'))
  await mkdir(join(out, '.galley'))
})
afterEach(() => rm(out, { recursive: true, force: true }))

const lockFile = () => join(out, '.galley/lock')
const since = '2026-11-23T12:00:00Z'

function leaveLock(holder: object): Promise<void> {
  return writeFile(lockFile(), JSON.stringify({ token: 'theirs', process: process.pid, host: hostname(), since, ...holder }))
}

async function take(): Promise<Lock> {
  const lock = await acquireLock(out)
  if ('holder' in lock) throw new Error(lock.holder)
  return lock
}

/** The number of a process that has just ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

describe('the lock', () => {
  it('is held by one at a time, and says by whom', async () => {
    const lock = await take()
    expect(await acquireLock(out)).toEqual({ holder: expect.stringContaining(`process ${process.pid} on ${hostname()}`) })
    await lock.release()
    await take()
  })

  it('goes to one of many who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => acquireLock(out)))
    expect(answers.filter((answer) => 'release' in answer)).toHaveLength(1)
  })

  it('leaves nothing else in its folder', async () => {
    await take()
    expect(await readdir(join(out, '.galley'))).toEqual(['lock'])
  })

  it('is taken over from a process that has ended', async () => {
    await leaveLock({ process: deadProcess() })
    expect(await (await take()).isHeld()).toBe(true)
  })

  it('of a dead process goes to one of many who find it at once', async () => {
    await leaveLock({ process: deadProcess() })
    const answers = await Promise.all(Array.from({ length: 12 }, () => acquireLock(out)))
    const held = await Promise.all(answers.map((answer) => ('release' in answer ? answer.isHeld() : false)))
    expect(held.filter(Boolean)).toHaveLength(1)
  })

  it('is believed when it comes from another machine, where nobody can look', async () => {
    await leaveLock({ host: 'press-2.example', process: deadProcess() })
    expect(await acquireLock(out)).toEqual({ holder: expect.stringContaining('press-2.example') })
  })

  it('is taken over when it is damaged', async () => {
    await writeFile(lockFile(), '{"token":')
    expect(await (await take()).isHeld()).toBe(true)
  })

  it('knows that it was lost, and does not release that of another', async () => {
    const lock = await take()
    await leaveLock({})
    expect(await lock.isHeld()).toBe(false)
    await lock.release()
    expect(await readFile(lockFile(), 'utf8')).toContain('theirs')
  })
})
