import { hashOf } from '../cache/hash-of.ts'
import type { Storeroom } from './storeroom.ts'

/** Remembers which manifest this very code has written into a folder: what is known to have the shape of one need not be looked through, which is a tenth of a publish that changes nothing. */
export interface KnownManifest {
  has(sha256: string): boolean
  save(sha256: string): Promise<void>
}

/** Without a storeroom none is known. */
export function openKnownManifest(folder: string, storeroom: Storeroom | undefined): KnownManifest {
  if (storeroom === undefined) return { has: () => false, save: async () => undefined }
  const { cache: { records }, code } = storeroom
  const [shelf, name] = ['index', `manifest-${hashOf(folder).slice(0, 24)}`]
  const known = records.find<string>(shelf, name)
  const note = (sha256: string): string => `${code.whole} ${sha256}`
  const has = (sha256: string): boolean => known === note(sha256)
  return { has, save: async (sha256) => (has(sha256) ? undefined : records.replace(shelf, name, note(sha256))) }
}
