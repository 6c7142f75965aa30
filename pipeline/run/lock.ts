import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { beginOf, isRunning } from '../tools/processes.ts'
import { deskFolder } from './workspace.ts'

// When its process began, because numbers of processes are given again; absent where the system does not tell.
const Holder = z.strictObject({ token: z.string(), process: z.int(), begin: z.string().optional(), host: z.string(), since: z.string() })
type Holder = z.infer<typeof Holder>

/** The right to write into one `dist/`. */
export interface Lock {
  /** True as long as the lock on disk is still this one. Asked once more before the journal is written. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

const lockName = `${deskFolder}/lock`

/**
 * Take the lock, or say in words who holds it. A lock whose process is gone from this machine is taken over; one from
 * another machine is believed, because nobody here can know.
 */
export async function acquireLock(out: string): Promise<Lock | { holder: string }> {
  const path = join(out, lockName)
  const mine: Holder = { token: randomUUID(), process: process.pid, begin: beginOf(process.pid), host: hostname(), since: new Date().toISOString() }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(path, mine)) {
      await tidy(out, mine)
      return lockAt(path, mine)
    }
    const holder = await readHolder(path)
    if (holder !== undefined && isAlive(holder)) return { holder: describe(holder) }
    await discard(path, holder)
  }
  return { holder: 'its lock changes hands too quickly to say whose it is' }
}

/** Whether somebody who is alive, or may be, holds the lock. Nothing is written. */
export async function isLocked(out: string): Promise<boolean> {
  const holder = await readHolder(join(out, lockName))
  return holder !== undefined && isAlive(holder)
}

function lockAt(path: string, mine: Holder): Lock {
  const isHeld = async (): Promise<boolean> => (await readHolder(path))?.token === mine.token
  return {
    isHeld,
    release: async () => {
      if (await isHeld()) await rm(path, { force: true })
    },
  }
}

/** Linked into place, so that nobody ever reads a lock that is half written. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const ready = `${path}.${holder.token}`
  try {
    await writeFile(ready, JSON.stringify(holder))
    await link(ready, path)
    return true
  } catch (error) {
    // ENOENT: whoever has taken the lock meanwhile has tidied the desk.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  } finally {
    await rm(ready, { force: true })
  }
}

/** Remove what runs that were killed just here have left of their locks. Whose turn it is not is not disturbed: it finds the lock taken. */
async function tidy(out: string, mine: Holder): Promise<void> {
  for (const name of await readdir(join(out, deskFolder))) {
    const path = join(out, deskFolder, name)
    // Somebody who took this lock for the dead one that it has replaced is about to give it back.
    if (name.startsWith('lock.') && (await readHolder(path))?.token !== mine.token) await rm(path, { force: true })
  }
}

/** Undefined for a lock that is gone or damaged. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  return holder.host !== hostname() || isRunning(holder.process, holder.begin)
}

/** Renamed away first, so that of two runs which find the same dead lock only one removes it. */
async function discard(path: string, dead: Holder | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const taken = await readHolder(aside)
  // Somebody was quicker and the lock renamed is a living one: give it back.
  if (taken !== undefined && taken.token !== dead?.token) await giveBack(aside, path)
  else await rm(aside, { force: true })
}

function describe({ process: pid, host, since }: Holder): string {
  return `process ${pid} on ${host}, since ${since}`
}

/** A third run may have taken the free place meanwhile and have tidied this away: then it holds the lock, and the other one will find that it does not. */
async function giveBack(aside: string, path: string): Promise<void> {
  await rename(aside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}
