import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finished } from './run-galley.ts'
import { hashesBelow, type SmallNewspaper } from './small-newspaper.ts'

const start = join(import.meta.dirname, '../../pipeline/start.js')
const preload = pathToFileURL(join(import.meta.dirname, 'die-at-disk-change.js')).href

/** A run of the real command that may be killed. */
export interface Run {
  process: ChildProcess
  /** A folder that nothing else knows, in the environment of all that the run starts: there it puts what it needs for a moment. */
  scratch: string
  ended: Promise<Finished & { signal: NodeJS.Signals | null }>
}

/** Start the command as the leader of a group of its own. */
export function startRun(words: readonly string[], scratch: string, env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, [start, ...words], { detached: true, env: { ...process.env, TMPDIR: scratch, ...env } })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Finished & { signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('error', reject)
    // Not 'close': what the run has started may hold its pipes for a moment longer.
    child.on('exit', (code, signal) => setImmediate(() => resolve({ code, signal, stdout, stderr })))
  })
  return { process: child, scratch, ended }
}

/** The environment of a run that kills itself with the change of the disk of that number, half-way through it if it is `torn`. */
export function dieAt(change: number, torn: boolean): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${preload}`, DIE_AT: String(change), ...(torn ? { DIE_TORN: 'yes' } : {}) }
}

/** The environment of a run that counts how often it changes the disk. */
export function countInto(file: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${preload}`, COUNT_INTO: file }
}

/** A newspaper before and after a day’s work, as published once without disturbance. */
export interface TwoEditions {
  /** Words of the command that publishes the newer one into a folder of `lane`. */
  publish(lane: Lane): string[]
  /** sha256 by path. */
  old: Record<string, string>
  new: Record<string, string>
  /** How long the newer one takes, in milliseconds, and how many changes of the disk: with all of it in the cache, and with only the older edition. */
  recalled: { milliseconds: number; changes: number }
  drawn: { milliseconds: number; changes: number }
  openLane(): Promise<Lane>
  close(): Promise<void>
}

/** A place where one run after the other is killed. */
export interface Lane {
  out: string
  cache: string
  scratch: string
  /** Put the older edition back; the cache knows both, or only the older one. */
  reset(cache: 'both' | 'older'): Promise<void>
}

/** Publish a newspaper, change it, and publish it again. */
export async function publishTwice(paper: SmallNewspaper, change: () => Promise<void>): Promise<TwoEditions> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-killed-'))
  const [scratch, counted] = [join(folder, 'scratch'), join(folder, 'count')]
  const place = (name: string): string => join(folder, name)
  await mkdir(scratch)
  const publishInto = (out: string, cache: string | undefined): string[] =>
    ['publish', '--source', paper.source, '--out', out, ...(cache ? ['--cache', cache] : ['--no-cache']), '--now', '2026-11-23T12:00:00Z']
  const finish = async (out: string, cache: string | undefined): Promise<{ milliseconds: number; changes: number }> => {
    const began = performance.now()
    const { code, stdout, stderr } = await startRun(publishInto(out, cache), scratch, countInto(counted)).ended
    if (code !== 0) throw new Error(`a run that nobody disturbed ended with ${code}: ${stdout}${stderr}`)
    return { milliseconds: performance.now() - began, changes: Number(await readFile(counted, 'utf8')) }
  }
  await startRun(['--version'], scratch).ended
  await finish(place('old'), place('older-cache'))
  await change()
  await finish(place('clean'), undefined)
  await cp(place('old'), place('new'), { recursive: true })
  await cp(place('older-cache'), place('both-cache'), { recursive: true })
  const drawn = await finish(place('new'), place('both-cache'))
  await cp(place('old'), place('again'), { recursive: true })
  const recalled = await finish(place('again'), place('both-cache'))
  const [old, clean, newer] = await Promise.all([hashesBelow(place('old')), hashesBelow(place('clean')), hashesBelow(place('new'))])
  if (JSON.stringify(clean) !== JSON.stringify(newer)) throw new Error('An edition over an older one has other bytes than one in an empty folder.')
  let lanes = 0
  return {
    old, new: newer, drawn, recalled,
    publish: ({ out, cache }) => publishInto(out, cache),
    async openLane() {
      const lane = place(`lane-${(lanes += 1)}`)
      const [out, cache, own] = [join(lane, 'dist'), join(lane, 'cache'), join(lane, 'scratch')]
      await mkdir(own, { recursive: true })
      await cp(place('both-cache'), cache, { recursive: true })
      return {
        out, cache,
        scratch: own,
        async reset(known) {
          await rm(out, { recursive: true, force: true })
          await cp(place('old'), out, { recursive: true })
          if (known === 'both') return
          await rm(cache, { recursive: true, force: true })
          await cp(place('older-cache'), cache, { recursive: true })
        },
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What of a folder is neither of two editions, as sentences: a file of other bytes than either has at its path. What a run keeps on its desk is not published. */
export async function strangeFiles(out: string, { old, new: newer }: Pick<TwoEditions, 'old' | 'new'>): Promise<string[]> {
  const found = Object.entries(await hashesBelow(out)).filter(([path]) => !path.startsWith('.galley/'))
  return found.filter(([path, hash]) => hash !== old[path] && hash !== newer[path]).map(([path]) => `${path} is neither old nor new`)
}

/** Which edition stands in a folder, exactly and with nothing beside it; what is wrong, if none. */
export async function editionIn(out: string, { old, new: newer }: Pick<TwoEditions, 'old' | 'new'>): Promise<'old' | 'new' | string> {
  const found = await hashesBelow(out)
  const differences = (edition: Record<string, string>): string[] => [...new Set([...Object.keys(found), ...Object.keys(edition)])].filter((path) => found[path] !== edition[path])
  const [fromOld, fromNew] = [differences(old), differences(newer)]
  const hasDesk = (await readdir(out)).includes('.galley')
  if (hasDesk) return `a desk that nobody has tidied: ${(await readdir(join(out, '.galley'), { recursive: true })).join(', ')}`
  if (fromNew.length === 0) return 'new'
  return fromOld.length === 0 ? 'old' : `a mix: ${fromOld.length} files are not those of the old edition, ${fromNew.length} not those of the new one, as ${fromNew.slice(0, 3).join(', ')}`
}
