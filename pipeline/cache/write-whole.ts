import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Write a file so that nobody ever sees a part of it. With `isNew`, one that is there already is left alone, and the answer is false. */
export async function writeWhole(path: string, content: Uint8Array | string, isNew = true): Promise<boolean> {
  if (isNew && await access(path).then(() => true, () => false)) return false
  // Two runs may keep the same thing at once, so each writes under a name of its own first.
  const fresh = `${path}.${randomUUID()}.new`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(fresh, content)
    await rename(fresh, path)
    return true
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined)
    throw error
  }
}
