import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './write-whole.ts'

const tagName = 'CACHEDIR.TAG'
/** The mark by which backups and people know a folder that can be made anew (https://bford.info/cachedir/). */
const tag = 'Signature: 8a477f597d28d172789f06886806bc55\n# What Galley keeps over runs. It can be removed at any time: npm run cache -- clear\n'

/** Make the folder of a cache, with its mark. */
export function markFolder(folder: string): void {
  // Also where a full disk or a kill has left half of the mark, which would say that the folder is not ours.
  if (!isCacheFolder(folder)) writeWhole(join(folder, tagName), tag, false)
}

/** Whether a folder is a cache of ours: only such a one is ever emptied. */
export function isCacheFolder(folder: string): boolean {
  try {
    return readFileSync(join(folder, tagName), 'utf8') === tag
  } catch {
    return false
  }
}
