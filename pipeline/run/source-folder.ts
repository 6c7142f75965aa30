import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { nearestName } from '../contract/nearest.ts'
import type { SourceFile, SourceProblem, SourceReader } from '../contract/source.ts'

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
    if (!real.startsWith(root + sep)) return { problem: 'outside' }
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
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true })
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`
}

/** Paths are written with composed letters; a disk may spell the same name with letters and marks apart (Unicode NFD). */
async function realPath(folder: string, path: string): Promise<string> {
  return realpath(join(folder, path)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    let found = folder
    for (const part of path.split('/')) {
      const names = await readdir(found).catch(() => [])
      found = join(found, names.find((name) => composed(name) === composed(part)) ?? part)
    }
    return realpath(found)
  })
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
  const name = basename(path)
  const names = (await readdir(dirname(join(folder, path))).catch(() => [])).sort()
  const otherCase = names.find((candidate) => folded(candidate) === folded(name))
  if (otherCase) return { problem: 'other-case', name: otherCase }
  const nearest = nearestName(name, names)
  return nearest ? { problem: 'missing', nearest } : { problem: 'missing' }
}

async function listStories(folder: string, below: string): Promise<StoryFiles | { problem: string }> {
  const root = join(folder, below)
  if (!(await lstat(root).catch(() => undefined))) return { files: [], misnamed: [] }
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => error)
  if (entries instanceof Error) return { problem: entries.code ?? entries.message }
  const paths = entries
    .filter((entry) => !entry.isDirectory() && /\.(md|markdown)$/iu.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort()
  return { files: paths.filter((path) => path.endsWith('.md')), misnamed: paths.filter((path) => !path.endsWith('.md')) }
}
