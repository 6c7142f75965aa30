import { lstatSync } from 'node:fs'
import type { Cache } from '../cache/cache.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { Manifest } from './manifest.ts'

/** Which files of `dist/` stand there as the last run put them, so that they need not be written again. */
export interface Standing {
  /** True where the file is there with just this content, untouched since. */
  has(path: string, sha256: string): boolean
  /** Note what stands now. */
  save(manifest: Manifest): Promise<void>
}

/** Without a cache nothing is known to stand, and everything is written. */
export function openStanding(folder: string, cache: Pick<Cache, 'records'> | undefined): Standing {
  const [shelf, name] = ['index', `dist-${hashOf(folder).slice(0, 24)}`]
  const known = new Map(Object.entries(cache?.records.find<Record<string, string>>(shelf, name) ?? {}))
  // Every page asks for the same fonts.
  const seen = new Set<string>()
  return {
    has(path, sha256) {
      const noted = known.get(path)
      if (noted === undefined || !noted.startsWith(sha256)) return false
      const stands = seen.has(path) || noted === `${sha256} ${signOf(`${folder}/${path}`)}`
      if (stands) seen.add(path)
      return stands
    },
    async save({ files }) {
      if (cache === undefined) return
      const now = files.map(({ path, sha256 }) => [path, seen.has(path) ? (known.get(path) ?? '') : `${sha256} ${signOf(`${folder}/${path}`)}`] as const)
      const isSame = now.length === known.size && now.every(([path, sign]) => known.get(path) === sign)
      if (!isSame) await cache.records.replace(shelf, name, Object.fromEntries(now))
    },
  }
}

/** Whoever changes a file changes the time at which its state last changed, whatever else is set back. */
function signOf(path: string): string {
  const facts = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return facts?.isFile() ? `${facts.size} ${facts.ctimeNs} ${facts.ino}` : 'none'
}
