import { createHash } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'

/**
 * What tells one build of a program from another without starting it: a version in its real path
 * (`…/linux-131.0.6778.204/…`), else eight hex digits made from its size and date. Undefined where no file is.
 */
export function fileVersion(path: string): string | undefined {
  try {
    const real = realpathSync(path)
    const file = statSync(real)
    if (!file.isFile()) return undefined
    return /\d+\.\d+\.\d+\.\d+/.exec(real)?.[0] ?? hash(`${file.size} ${file.mtimeMs}`)
  } catch {
    return undefined
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
