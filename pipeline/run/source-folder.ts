import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { nearestName } from '../contract/nearest.ts'
import type { SourceFile, SourceProblem, SourceReader } from '../contract/source.ts'
import { fileSign } from './file-sign.ts'

/** A folder with a newspaper in it. */
export interface SourceFolder extends SourceReader {
  /**
   * Files of stories: every `*.md` below `articles/`, sorted. Hidden files and folders are not ours. A folder that is
   * there and cannot be read as a whole is a problem, never an empty newspaper.
   */
  stories(): Promise<StoryFiles | { problem: string }>
}

/** The files of `articles/`, by their paths below `source/`. */
export interface StoryFiles {
  files: string[]
  /** Files that an author may well have meant as stories: `strike.MD`, `strike.markdown`. */
  misnamed: string[]
  /** Links to folders, which are not followed: they may lead out, or in a circle. */
  linked: string[]
}

/** Open `source/`. All paths that go in and out are below it, with forward slashes. */
export function openSource(folder: string): SourceFolder {
  return {
    read: (path) => readInside(folder, path),
    stories: () => listStories(folder, 'articles'),
  }
}

async function readInside(folder: string, path: string): Promise<SourceFile | SourceProblem> {
  if (leavesFolder(path)) return { problem: 'outside' }
  try {
    const [root, real] = await Promise.all([realpath(folder), realPath(folder, path)])
    if (!isBelow(real, root)) return { problem: 'outside' }
    // A disk that ignores capitals would serve what another disk will not find.
    if (folded(basename(real)) === folded(basename(path)) && composed(basename(real)) !== composed(basename(path))) {
      return { problem: 'other-case', name: basename(real) }
    }
    if (!(await stat(real)).isFile()) return { problem: 'not-a-file' }
    const bytes = await readWhole(real)
    return bytes ? { path, bytes } : { problem: 'unreadable', detail: 'something is writing into it' }
  } catch (error) {
    return explain(error, folder, path)
  }
}

/** A file in one state of it: what is saved while it is read could be half of one and half of another. Undefined where that never ends. */
async function readWhole(path: string): Promise<Uint8Array | undefined> {
  for (let attempt = 0, before = await signOf(path); attempt < 5; attempt += 1) {
    const bytes = await readFile(path)
    const after = await signOf(path)
    if (after === before) return new Uint8Array(bytes)
    before = after
  }
  return undefined
}

async function signOf(path: string): Promise<string> {
  return fileSign(await stat(path, { bigint: true }))
}

/** Paths are written with composed letters; a disk may spell the same name with letters and marks apart (Unicode NFD). */
async function realPath(folder: string, path: string): Promise<string> {
  return realpath(join(folder, path)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    const root = await realpath(folder)
    let found = folder
    for (const part of path.split('/')) {
      const names = await namesIn(found, root)
      found = join(found, names.find((name) => composed(name) === composed(part)) ?? part)
    }
    return realpath(found)
  })
}

/** What is in a folder; nothing where it is not there or, by a link, not below the root: the names of what others keep are not ours to know. */
async function namesIn(folder: string, root: string): Promise<string[]> {
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined || (real !== root && !isBelow(real, root))) return []
  return readdir(real).catch(() => [])
}

function isBelow(path: string, root: string): boolean {
  return path.startsWith(root + sep)
}

function composed(name: string): string {
  return name.normalize('NFC')
}

function folded(name: string): string {
  return composed(name).toLowerCase()
}

function leavesFolder(path: string): boolean {
  return path === '' || /[\\\0]|^\/|^[a-z][a-z\d+.-]*:/iu.test(path) || path.split('/').includes('..')
}

async function explain(error: unknown, folder: string, path: string): Promise<SourceProblem> {
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return { problem: 'unreadable', detail: code ?? message }
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined) return { problem: 'missing' }
  if (await leadsOut(join(root, path), root)) return { problem: 'outside' }
  const name = basename(path)
  // A link that leads to nothing bears the name itself.
  const names = (await namesIn(dirname(join(folder, path)), root)).filter((candidate) => composed(candidate) !== composed(name)).sort()
  const otherCase = names.find((candidate) => folded(candidate) === folded(name))
  if (otherCase) return { problem: 'other-case', name: otherCase }
  const nearest = nearestName(name, names)
  return nearest ? { problem: 'missing', nearest } : { problem: 'missing' }
}

/** Whether the way to a path leads out by a link, also to what is not there: whether something is there is not ours to know either. */
async function leadsOut(path: string, root: string): Promise<boolean> {
  const real = await realpath(path).catch(({ code }: NodeJS.ErrnoException) => (code === 'ELOOP' ? root : undefined))
  if (real !== undefined) return real !== root && !isBelow(real, root)
  const target = await readlink(path).catch(() => undefined)
  if (target !== undefined) return leadsOut(resolve(await realpath(dirname(path)), target), root)
  return dirname(path) !== path && leadsOut(dirname(path), root)
}

async function listStories(folder: string, below: string): Promise<StoryFiles | { problem: string }> {
  const root = join(folder, below)
  if (!(await lstat(root).catch(() => undefined))) return { files: [], misnamed: [], linked: [] }
  if (await leadsOut(root, await realpath(folder))) return { problem: 'it is a link that leads out of the source folder' }
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => error)
  if (entries instanceof Error) return { problem: entries.code ?? entries.message }
  const pathsOf = (some: readonly Dirent[]): string[] => some
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort()
  const paths = pathsOf(entries.filter((entry) => !entry.isDirectory() && isNamedStory(entry)))
  const links = pathsOf(entries.filter((entry) => entry.isSymbolicLink() && !isNamedStory(entry)))
  const areFolders = await Promise.all(links.map(async (path) => (await stat(join(folder, path)).catch(() => undefined))?.isDirectory()))
  return { files: paths.filter((path) => path.endsWith('.md')), misnamed: paths.filter((path) => !path.endsWith('.md')), linked: links.filter((_, index) => areFolders[index]) }
}

function isNamedStory({ name }: Dirent): boolean {
  return /\.(md|markdown)$/iu.test(name)
}
