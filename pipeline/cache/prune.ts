import { lstat, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { readRecord } from './record-file.ts'

/** A file of the cache. */
export interface CacheFile {
  path: string
  /** Bytes. */
  size: number
  /** Milliseconds since 1970. */
  used: number
}

/**
 * Keep a cache within its limit, in bytes. Records are let go in the order in which they were last used, and with them the objects that no
 * record stands on any more. How much there is stands in a ledger, so that nothing is counted as long as there is room.
 */
export async function pruneTo(folder: string, limit: number, written: number): Promise<void> {
  if (written === 0) return
  const ledger = join(folder, 'size')
  const known = Number(await readFile(ledger, 'utf8').catch(() => 'unknown'))
  const expected = known + written
  const size = Number.isFinite(expected) && expected <= limit ? expected : await prune(folder, limit)
  await writeFile(`${ledger}.${process.pid}`, String(size))
    .then(() => rename(`${ledger}.${process.pid}`, ledger))
    .catch(() => rm(`${ledger}.${process.pid}`, { force: true }).catch(() => undefined))
}

/** Remove what is over the limit, down to nine tenths of it so that not every run has to; answers the bytes that are left. */
async function prune(folder: string, limit: number): Promise<number> {
  const [records, objects] = await Promise.all([filesBelow(join(folder, 'records')), filesBelow(join(folder, 'objects'))])
  const total = sum([...records, ...objects])
  if (total <= limit) return total
  const kept = choose(folder, records, objects, limit * 0.9)
  const gone = [...records, ...objects].filter(({ path }) => !kept.has(path))
  for (const { path } of gone) await rm(path, { force: true }).catch(() => undefined)
  return total - sum(gone)
}

/** Paths of what stays: the records that were used last, each with all that it stands on, as long as there is room. */
function choose(folder: string, records: readonly CacheFile[], objects: readonly CacheFile[], room: number): ReadonlySet<string> {
  const files = new Map([...records, ...objects].map((file) => [file.path, file]))
  const objectPaths = new Map(objects.map(({ path }) => [basename(path), path]))
  const kept = new Set<string>()
  let taken = 0
  const needed = (path: string): string[] => {
    const needs = readRecord(path)?.needs ?? {}
    const others = (needs.records ?? []).map((name) => join(folder, 'records', ...`${name}.json`.split('/'))).filter((other) => files.has(other) && !kept.has(other))
    return [path, ...(needs.objects ?? []).flatMap((sha256) => objectPaths.get(sha256) ?? []), ...others.flatMap((other) => needed(other))]
  }
  for (const { path } of [...records].sort((a, b) => b.used - a.used || (a.path < b.path ? -1 : 1))) {
    const fresh = [...new Set(needed(path))].filter((one) => !kept.has(one))
    const size = sum(fresh.flatMap((one) => files.get(one) ?? []))
    if (taken + size > room) continue
    taken += size
    for (const one of fresh) kept.add(one)
  }
  return kept
}

/** Every file below a folder. What a run that was killed has left half written is counted, too. */
export async function filesBelow(folder: string): Promise<CacheFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(
    paths.map(async (path) => {
      const facts = await lstat(path).catch(() => undefined)
      return facts ? [{ path, size: facts.size, used: facts.mtimeMs }] : []
    }),
  )
  return files.flat()
}

/** Path below a folder, with forward slashes. */
export function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/')
}

function sum(files: readonly CacheFile[]): number {
  return files.reduce((total, { size }) => total + size, 0)
}
