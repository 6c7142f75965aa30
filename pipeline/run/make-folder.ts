import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Make a folder and what it lies in; returns the first one that was not there, or undefined where all were. Node's own
 * recursive mkdir never comes back from a place such as /proc, where a folder is absent and cannot be made.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path)
    return path
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return undefined
    if (code !== 'ENOENT' || dirname(path) === path) throw error
  }
  const made = await makeFolder(dirname(path))
  await mkdir(path)
  return made ?? path
}
