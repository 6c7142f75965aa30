import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { Manifest } from './manifest.ts'

/** Which files of `dist/` stand there as the last run put them, so that they need not be written again. */
export interface Standing {
  /** True where the file is there with just this content, untouched since. */
  has(path: string, sha256: string): Promise<boolean>
  /** Note what stands now. */
  save(manifest: Manifest): Promise<void>
}

/** Without a cache nothing is known to stand, and everything is written. */
export function openStanding(folder: string, cache: Pick<Cache, 'records'> | undefined): Standing {
  const [shelf, name] = ['index', `dist-${hashOf(folder).slice(0, 24)}`]
  const known = new Map(Object.entries(cache?.records.find<Record<string, string>>(shelf, name) ?? {}))
  return {
    async has(path, sha256) {
      const noted = known.get(path)
      return noted !== undefined && noted.startsWith(sha256) && noted === `${sha256} ${await signOf(join(folder, path))}`
    },
    async save({ files }) {
      if (cache === undefined) return
      const now = new Map<string, string>()
      for (const { path, sha256 } of files) now.set(path, `${sha256} ${await signOf(join(folder, path))}`)
      const isSame = now.size === known.size && [...now].every(([path, sign]) => known.get(path) === sign)
      if (!isSame) await cache.records.replace(shelf, name, Object.fromEntries(now))
    },
  }
}

/** Whoever changes a file changes the time at which its state last changed, whatever else he sets back. */
async function signOf(path: string): Promise<string> {
  const facts = await lstat(path, { bigint: true }).catch(() => undefined)
  return facts?.isFile() ? `${facts.size} ${facts.ctimeNs} ${facts.ino}` : 'none'
}
