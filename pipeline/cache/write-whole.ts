import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { inMadeFolder } from './in-made-folder.ts'
import { quietly } from './quietly.ts'

/**
 * Write a file so that nobody ever sees a part of it. With `isNew`, one that is there already is left alone, and the answer is false. All
 * at once, as all that is small here: through promises a file costs ten times as much of the thread that draws the stories.
 */
export function writeWhole(path: string, content: Uint8Array | string | Iterable<Uint8Array | string>, isNew = true): boolean {
  if (isNew && existsSync(path)) return false
  // Two runs may keep the same thing at once, so each writes under a name of its own first.
  const fresh = `${path}.${randomUUID()}.new`
  try {
    inMadeFolder(fresh, () => write(fresh, content))
    renameSync(fresh, path)
    return true
  } catch (error) {
    // What went wrong before is what is told.
    quietly(() => rmSync(fresh, { force: true }))
    throw error
  }
}

function write(path: string, content: Uint8Array | string | Iterable<Uint8Array | string>): void {
  if (typeof content === 'string' || content instanceof Uint8Array) return writeFileSync(path, content)
  const file = openSync(path, 'w')
  try {
    for (const piece of content) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}
