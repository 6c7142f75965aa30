import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { hashOf, hashOfFile, hashOfPieces } from '../cache/hash-of.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { composeEdition, type Composed } from './compose-edition.ts'
import { isDiskError } from './disk-failure.ts'
import { commit, isUnfinished } from './journal.ts'
import { lockedPackages } from './locked-packages.ts'
import { manifestName, printManifest, type Manifest } from './manifest.ts'
import type { Out } from './open-out.ts'
import type { Drawn } from './press.ts'
import type { PublishOptions } from './publish-options.ts'
import { printProvenance, provenanceName } from './provenance.ts'
import { publicationError } from './publication-error.ts'
import type { Newsroom } from './read-newsroom.ts'
import type { Work } from './select-work.ts'
import type { Standing } from './standing.ts'

/** What an edition is made of: the newspaper, what of it was to be done, what was drawn, and where it goes. */
export interface EditionParts {
  newsroom: Newsroom
  work: Work
  drawn: Drawn
  out: Out
  options: PublishOptions
}

/** What stands in `dist/` after a run. */
export interface Published {
  manifest: Manifest
  /** Of the manifest as a file. */
  sha256: string
  removedStories: number
}

/**
 * Put a run's files into `dist/`: the only place that does. Everything is staged by now; one journal moves it, the manifest
 * last and its provenance before it; where all of it stands already, nothing is touched. Only files that the last manifest names are deleted, and no file that it does not name is overwritten.
 */
export async function writeEdition(parts: EditionParts, standing: Pick<Standing, 'has'>): Promise<Published | { diagnostics: readonly Diagnostic[] }> {
  const { out, options } = parts
  const packages = lockedPackages()
  const composed = await composeEdition(parts, packages)
  const sha256 = hashOfPieces(printManifest(composed.manifest))
  const written = { manifest: composed.manifest, sha256, removedStories: composed.removedStories }
  const provenance = printProvenance({ ...composed, sha256, lockfile: packages.sha256, options })
  const made = new Map([...composed.places, ...(await placeBill(composed, out, standing))])
  if (made.size === 0 && composed.removes.length === 0 && (await stands(out, manifestName, sha256)) && (await stands(out, provenanceName, hashOf(provenance)))) return written
  const places = new Map([...made, [provenanceName, await out.workspace.keep(provenance)]])
  const foreign = await foreignFiles(out, places)
  if (foreign.length > 0) return { diagnostics: foreign }
  const manifest = out.workspace.staged(await out.workspace.keep(printManifest(composed.manifest), sha256))
  const moves = await placeOnce(places, out)
  options.signal.throwIfAborted()
  if (!(await out.lock.isHeld())) return publicationError('out-locked', { folder: options.out, holder: 'a run that believed this one to be dead' })
  try {
    await commit(out.folder, { version: 1, moves, removes: composed.removes, manifest })
  } catch (error) {
    if (!isDiskError(error) || !(await isUnfinished(out.folder))) throw error
    return publicationError('out-unfinished', { folder: options.out, detail: error.code })
  }
  return written
}

/** Whether a file is in `dist/` already, with just this content. */
async function stands({ folder }: Out, path: string, sha256: string): Promise<boolean> {
  return (await hashOfFile(join(folder, path)).catch(() => undefined)) === sha256
}

async function placeBill({ bill }: Composed, { workspace }: Out, standing: Pick<Standing, 'has'>): Promise<[string, string][]> {
  const sha256 = hashOf(bill)
  return standing.has(billOfMaterials.path, sha256) ? [] : [[billOfMaterials.path, await workspace.keep(bill, sha256)]]
}

/** A journal moves a staged file once; what goes to several places is copied first. */
async function placeOnce(places: Composed['places'], { workspace }: Out): Promise<{ from: string; to: string }[]> {
  const placed = new Set<string>()
  const moves: { from: string; to: string }[] = []
  for (const [to, sha256] of places) {
    const from = placed.has(sha256) ? await workspace.copy(sha256, moves.length) : workspace.staged(sha256)
    placed.add(sha256)
    moves.push({ from, to })
  }
  return moves
}

async function foreignFiles({ folder, previous }: Out, places: Composed['places']): Promise<Diagnostic[]> {
  // Beside a manifest of ours stands its provenance, damaged or not.
  const ours = new Set(previous && [...previous.files.map(({ path }) => path), provenanceName])
  const diagnostics: Diagnostic[] = []
  for (const path of new Set([...places.keys()].flatMap(withFolders))) {
    if (ours.has(path)) continue
    const found = await lstat(join(folder, path)).catch(() => undefined)
    const isFine = found === undefined || (!places.has(path) && found.isDirectory())
    if (!isFine) reportInto(diagnostics)('foreign-file', { file: '' }, { path })
  }
  return diagnostics
}

/** A path and the folders that it lies in: `a/b/c`, `a/b`, `a`. */
function withFolders(path: string): string[] {
  return path === '.' ? [] : [path, ...withFolders(dirname(path))]
}
