import { readdir, realpath, rmdir } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { isUnfinished, recover } from './journal.ts'
import { diskFailure, isDiskError } from './disk-failure.ts'
import { acquireLock, type Lock } from './lock.ts'
import type { KnownManifest } from './known-manifest.ts'
import { makeFolder } from './make-folder.ts'
import { readLastManifest, type LastManifest } from './last-manifest.ts'
import { manifestName } from './manifest.ts'
import { publicationError } from './publication-error.ts'
import { clearWorkspace, deskFolder, openWorkspace, type Workspace } from './workspace.ts'

/** A `dist/` that is ours to write into until it is closed. */
export interface Out {
  folder: string
  lock: Lock
  /** What the last publish left. */
  previous?: LastManifest
  workspace: Workspace
  /** Leave no trace of the run: workspace and lock go. What an unfinished journal needs stays for the next run. */
  close(): Promise<void>
}

type Refusal = { diagnostics: readonly Diagnostic[] }

/** Open the folder to publish into: only an empty one or one of ours, under the lock, and with what an interrupted run had begun completed. */
export async function openOut({ source, out }: { source: string; out: string }, known?: KnownManifest): Promise<Out | Refusal> {
  const folder = resolve(out)
  if (await overlaps(folder, resolve(source))) return publicationError('out-overlaps-source', { out, source })
  const foreign = await foreignContent(folder)
  if (foreign !== undefined) return publicationError('out-not-ours', { folder: out, found: foreign })
  let made: string | undefined
  try {
    made = await makeFolder(join(folder, deskFolder))
    const lock = await acquireLock(folder)
    if ('holder' in lock) return publicationError('out-locked', { folder: out, holder: lock.holder })
    return await openLocked(folder, lock, made, known)
  } catch (error) {
    await leave(folder, made)
    return diskFailure(error, out)
  }
}

async function openLocked(folder: string, lock: Lock, made: string | undefined, known: KnownManifest | undefined): Promise<Out | Refusal> {
  let [workspace, previous]: [Workspace | undefined, LastManifest | undefined] = [undefined, undefined]
  const close = async (): Promise<void> => {
    workspace?.close()
    previous?.close()
    if (!(await isUnfinished(folder))) await clearWorkspace(folder)
    await lock.release()
    await leave(folder, made)
  }
  try {
    await recover(folder)
    previous = await readLastManifest(folder, known?.has)
    workspace = await openWorkspace(folder)
    return { folder, lock, ...(previous ? { previous } : {}), workspace, close }
  } catch (error) {
    await close()
    if (isDiskError(error)) throw error
    return publicationError('manifest-unreadable', { file: manifestName, detail: (error as Error).message })
  }
}

/** Remove the desk, unless another run waits at it: then it is theirs to remove. A run that had nothing to write leaves no empty folder where none was. */
async function leave(folder: string, made: string | undefined): Promise<void> {
  await rmdir(join(folder, deskFolder)).catch(() => undefined)
  if (made !== undefined && made !== join(folder, deskFolder)) await removeEmpty(folder, made)
}

/** Undefined where the folder is empty, absent, or has a manifest; else a name or two of what is in it. */
async function foreignContent(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name !== deskFolder).sort()
  if (names.length === 0 || names.includes(manifestName)) return undefined
  // An interrupted first publish has a journal, which will be completed.
  const desk: string[] = await readdir(join(folder, deskFolder)).catch(() => [])
  if (desk.includes('journal.json')) return undefined
  return names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')
}

async function overlaps(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([real(a), real(b)])
  return one === other || one.startsWith(other + sep) || other.startsWith(one + sep)
}

/** The real path of a folder that may not be there yet. */
async function real(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined)
  if (found !== undefined || dirname(path) === path) return found ?? path
  return join(await real(dirname(path)), path.slice(dirname(path).length))
}

/** Remove a folder, and what it lies in up to the one named, as long as they are empty. */
async function removeEmpty(folder: string, upTo: string): Promise<void> {
  const isGone = await rmdir(folder).then(
    () => true,
    () => false,
  )
  if (isGone && folder !== upTo) await removeEmpty(dirname(folder), upTo)
}
