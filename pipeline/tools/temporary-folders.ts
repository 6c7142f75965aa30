import { accessSync, constants, lstatSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sizeInWords } from '../ast/limits.ts'
import { isNameOfDead, ownName } from './processes.ts'

/** A folder for something that is needed for a moment. */
export interface TemporaryFolder {
  path: string
  /** Remove it with all that is in it. Never throws. It is also done when this process ends. */
  remove(): void
}

/** There is no place for temporary files, or no room in it; `message` says which and what was found, in half a sentence. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}

/**
 * Make a folder in the system's temp folder, where there must be `room` for so many bytes. Its name (`galley-browser-1f2e3d4c-4711-88123-AbCdEf`) tells which process of which machine it belongs to, so that
 * a later run can remove what a killed one has left. Throws `NoRoom`.
 */
export function makeTemporaryFolder(purpose: string, room = 0): TemporaryFolder {
  const path = makeIn(temporaryPlace(), `galley-${purpose}-${ownName()}-`, room)
  const remove = (): void => {
    process.removeListener('exit', remove)
    removeWhole(path)
  }
  process.once('exit', remove)
  return { path, remove }
}

/** Remove what processes that were killed have left. Folders of other users, and of other machines that share the place, stay: they may be in use. Never throws. */
export function removeAbandonedFolders(): void {
  const place = temporaryPlace()
  for (const name of namesIn(place)) {
    if (isAbandoned(name) && isOurs(join(place, name))) removeWhole(join(place, name))
  }
}

/** Where temporary folders are made: the folder that the environment names, and where that cannot be used, the one that every Unix has. */
export function temporaryPlace(): string {
  return [tmpdir(), '/tmp'].find(isWritable) ?? tmpdir()
}

function makeIn(place: string, name: string, room: number): string {
  try {
    const { bavail, bsize } = statfsSync(place)
    const free = bavail * bsize
    // A browser on a full disk does not say so: it dies, or goes in circles until its time is up.
    if (free < room) throw new NoRoom(`${place} has room for ${sizeInWords(free)} more, and ${sizeInWords(room)} are needed`)
    return mkdtempSync(join(place, name))
  } catch (error) {
    if (error instanceof NoRoom) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new NoRoom(`${place} cannot be written to (${code === 'ENOSPC' ? 'the disk is full' : (code ?? message)})`)
  }
}

/** What for, whose, and what keeps two of the same apart. */
const nameOfFolder = /^galley-[a-z]+-([0-9a-f]{8}-\d+-\d+)-\w{6}$/

function isAbandoned(name: string): boolean {
  const [, owner] = nameOfFolder.exec(name) ?? []
  return owner !== undefined && isNameOfDead(owner)
}

function isOurs(path: string): boolean {
  return process.getuid === undefined || lstatSync(path, { throwIfNoEntry: false })?.uid === process.getuid()
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function removeWhole(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    // A file that something still holds is removed by the next run.
  }
}
