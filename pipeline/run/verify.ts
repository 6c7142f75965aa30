import { existsSync } from 'node:fs'
import { lstat, readdir, rmdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { hashOfFile } from '../cache/hash-of.ts'
import { reportInto, type Report } from '../contract/catalogue.ts'
import { sortDiagnostics, type Diagnostic } from '../contract/diagnostic.ts'
import type { Verification } from '../contract/outcome.ts'
import { diskFailure } from './disk-failure.ts'
import { recover } from './journal.ts'
import { acquireLock, isLocked } from './lock.ts'
import { manifestName, readManifest, type Manifest, type ManifestFile } from './manifest.ts'
import { provenanceName, readProvenance } from './provenance.ts'
import { publicationError } from './publication-error.ts'
import { clearWorkspace, deskFolder } from './workspace.ts'

/**
 * Compare a `dist/` with its manifest: every file there, none changed, none added. What an interrupted publish had begun is
 * completed or cleared away first; else nothing is written, so that a copy on a server can be verified too.
 */
export async function verify({ out, signal }: { out: string; signal: AbortSignal }): Promise<Verification> {
  const folder = resolve(out)
  try {
    const unfinished = await finishPublish(folder, out)
    if (unfinished !== undefined) return refusal(unfinished)
    const manifest = await readManifest(folder)
    if (manifest === undefined) return refusal(publicationError('no-manifest', { folder: out }).diagnostics)
    return await compare(folder, manifest, signal)
  } catch (error) {
    signal.throwIfAborted()
    const isDamaged = !(error instanceof Error && 'code' in error)
    return refusal(isDamaged ? publicationError('manifest-unreadable', { file: manifestName, detail: String((error as Error).message) }).diagnostics : diskFailure(error, out).diagnostics)
  }
}

/** Settle what a publish that died has left in this folder, as the next one would; diagnostics where one is still alive. */
async function finishPublish(folder: string, out: string): Promise<readonly Diagnostic[] | undefined> {
  const desk = join(folder, deskFolder)
  if (!(await lstat(desk).catch(() => undefined))?.isDirectory()) return undefined
  const lock = await acquireLock(folder)
  if ('holder' in lock) return publicationError('out-locked', { folder: out, holder: lock.holder }).diagnostics
  try {
    await recover(folder)
    await clearWorkspace(folder)
  } finally {
    await lock.release()
  }
  // Fails where something else is in it, which is then found as added.
  await rmdir(desk).catch(() => undefined)
  return undefined
}

function refusal(diagnostics: readonly Diagnostic[]): Verification {
  return { exitCode: 2, files: 0, bytes: 0, diagnostics }
}

async function compare(folder: string, manifest: Manifest, signal: AbortSignal): Promise<Verification> {
  const diagnostics: Diagnostic[] = []
  const report = reportInto(diagnostics)
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  const limit = pLimit(8)
  await Promise.all(
    [...listed.values()].map((file) =>
      limit(async () => {
        signal.throwIfAborted()
        const found = await stateOf(folder, file)
        if (found === 'missing') report('file-missing', { file: file.path }, {})
        else if (found !== undefined) report('file-changed', { file: file.path }, { found, expected: file.sha256 })
      }),
    ),
  )
  await compareProvenance(folder, report)
  for (const path of await filesBelow(folder)) {
    if (!listed.has(path)) report('file-added', { file: path }, {})
  }
  const { files } = manifest
  return { exitCode: diagnostics.length > 0 ? 1 : 0, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0), diagnostics: sortDiagnostics(diagnostics) }
}

/** The provenance tells the hash of the manifest, and the manifest those of all files: what is signed of the one holds for the others. */
async function compareProvenance(folder: string, report: Report): Promise<void> {
  const provenance = await readProvenance(folder).catch((error: unknown) => report('provenance-unreadable', { file: provenanceName }, { detail: (error as Error).message }))
  if (provenance === undefined) return existsSync(join(folder, provenanceName)) ? undefined : report('file-missing', { file: provenanceName }, {})
  const [{ digest: { sha256: expected } }] = provenance.subject
  const found = await hashOfFile(join(folder, manifestName))
  if (found !== expected) report('file-changed', { file: manifestName }, { found, expected })
}

/** Undefined where all is well; the hash that was found where it is another, or what stands in the file's place. */
async function stateOf(folder: string, { path, sha256 }: ManifestFile): Promise<string | undefined> {
  const whole = join(folder, path)
  const found = await lstat(whole).catch(() => undefined)
  if (found === undefined) return 'missing'
  if (!found.isFile()) return 'something that is no file'
  const actual = await hashOfFile(whole)
  return actual === sha256 ? undefined : actual
}

/** Every file and link, by its path with forward slashes; the manifest and its provenance left out, and what belongs to a run that has begun since. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const isRunning = paths.some(isOnDesk) && (await isLocked(folder))
  return paths.filter((path) => path !== manifestName && path !== provenanceName && !(isRunning && isOnDesk(path))).sort()
}

function isOnDesk(path: string): boolean {
  return path.startsWith(`${deskFolder}/`) && deskFiles.test(path.slice(deskFolder.length + 1))
}

/** What a run puts on its desk: lock, journal, room for what the journal needs, workspace. */
const deskFiles = /^(lock(\.[\w-]+)?|journal\.json(\.part)?|reserve|stage\/.*)$/
