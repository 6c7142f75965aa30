import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { filesBelow } from './prune.ts'
import { quietly } from './quietly.ts'
import { readRecord } from './record-file.ts'

/** The run that uses a cache, and how to know that another one has died. */
export interface CacheUser {
  /** Another one for each run, as a name of a file. */
  name: string
  isDead(name: string): boolean
}

/** Note that a run writes into a cache; what it leaves half done can then be found. */
export function signIn(folder: string, { name }: CacheUser): void {
  mkdirSync(join(folder, 'runs'), { recursive: true })
  writeFileSync(join(folder, 'runs', name), '')
}

/**
 * A run that was killed between an object and the record that tells of it leaves bytes that nobody knows of, and which nobody would forget if their story had to go.
 * Remove what runs that are dead have left so. A run that writes just now may lose something of the kind, and makes it again. Never throws.
 */
export async function settle(folder: string, { name, isDead }: CacheUser): Promise<void> {
  const runs = join(folder, 'runs')
  const dead = (quietly(() => readdirSync(runs)) ?? []).filter((other) => other !== name && isDead(other)).map((other) => join(runs, other))
  if (dead.length > 0) await removeUnknown(folder, Math.min(...dead.map((path) => quietly(() => statSync(path).mtimeMs) ?? 0)))
  for (const path of [...dead, join(runs, name)]) quietly(() => rmSync(path, { force: true }))
}

/** Files that were written since a moment and of which no record tells. */
async function removeUnknown(folder: string, since: number): Promise<void> {
  const [records, objects] = await Promise.all([filesBelow(join(folder, 'records')), filesBelow(join(folder, 'objects'))])
  const halves = [...records, ...objects].filter(({ path }) => path.endsWith('.new'))
  const young = objects.filter(({ used }) => used >= since)
  const known = new Set(young.length === 0 ? [] : records.flatMap(({ path }) => readRecord(path)?.needs.objects ?? []))
  for (const { path } of [...halves, ...young.filter((object) => !known.has(basename(object.path)))]) await rm(path, { force: true }).catch(() => undefined)
}
