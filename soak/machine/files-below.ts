import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import pLimit from 'p-limit'

/** Everything below a folder by its path: the sha256 of a file, and what else there is by its kind. Empty folders count, too. */
export type Files = ReadonlyMap<string, string>

export async function filesBelow(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const parents = new Set(entries.map(({ parentPath }) => parentPath))
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !parents.has(path)).sort()
  const limit = pLimit(16)
  return new Map(await Promise.all(paths.map((path) => limit(async () => [relative(folder, path), await signOf(path)] as const))))
}

async function signOf(path: string): Promise<string> {
  const found = await lstat(path)
  if (found.isFile()) return createHash('sha256').update(await readFile(path)).digest('hex')
  return found.isSymbolicLink() ? `link to ${await readlink(path)}` : 'folder with nothing in it'
}
