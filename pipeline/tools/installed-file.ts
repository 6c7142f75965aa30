import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const files = new Map<string, Promise<Uint8Array>>()

/**
 * Bytes of a file that came with the installation: a template, a font. It is read once in the life of the process, and everyone gets
 * the same array, which nobody may write to: what is made of it can be kept under the array itself. Throws where the path leads
 * out of the folder, or to nothing.
 */
export function readInstalledFile(folder: string, path: string): Promise<Uint8Array> {
  const whole = join(folder, path)
  const known = files.get(whole)
  if (known) return known
  const file = readBelow(folder, whole)
  files.set(whole, file)
  // What could not be read may be there the next time.
  file.catch(() => files.delete(whole))
  return file
}

async function readBelow(folder: string, whole: string): Promise<Uint8Array> {
  if (relative(folder, whole).startsWith('..')) throw new Error(`${relative(folder, whole)} leads out of the folder that it belongs to.`)
  return new Uint8Array(await readFile(whole))
}
