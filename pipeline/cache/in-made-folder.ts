import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Do what puts a file at a path; where its folder is not there, make that and do it again. Folders are there for all files but the first. */
export function inMadeFolder(path: string, put: () => void): void {
  try {
    put()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(path), { recursive: true })
    put()
  }
}
