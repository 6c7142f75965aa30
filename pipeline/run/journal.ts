import { accessSync, existsSync, renameSync } from 'node:fs'
import { access, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { inMadeFolder } from '../cache/in-made-folder.ts'
import { manifestName } from './manifest.ts'
import { deskFolder } from './workspace.ts'

/**
 * What is about to happen to `dist/`, written down before it happens. Once the journal stands, the publish counts as done:
 * whoever finds it carries it out to the end, as often as need be. Without a journal nothing of `dist/` has been touched.
 */
export const Journal = z.strictObject({
  version: z.literal(1),
  /** Each staged file and the one place where it goes. All paths are below `dist/`. */
  moves: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  removes: z.array(z.string()),
  /** The staged manifest, moved last. */
  manifest: z.string(),
})
export type Journal = z.infer<typeof Journal>

const journalName = `${deskFolder}/journal.json`
const draftName = `${journalName}.part`
const reserveName = `${deskFolder}/reserve`

/**
 * Write the journal down, whole and on disk, and carry it out. On a disk that is full to the brim it throws before the journal stands: the room that new
 * folders take is kept until then.
 */
export async function commit(out: string, journal: Journal): Promise<void> {
  const [draft, reserve] = [join(out, draftName), join(out, reserveName)]
  try {
    await writeFile(reserve, new Uint8Array(roomFor(journal)))
    await writeFile(draft, JSON.stringify(journal), { flush: true })
    await rename(draft, join(out, journalName))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await rm(reserve, { force: true })
  }
  await carryOut(out, journal)
}

/** Bytes: a block of most disks for each folder that files go to and for each that it lies in, and some for what folders grow by. */
function roomFor({ moves }: Journal): number {
  const folders = new Set(moves.map(({ to }) => dirname(to)))
  return 65_536 + 3 * 4096 * folders.size
}

/** Whether a publish has been written down that is not carried out yet: what it staged is still needed. */
export async function isUnfinished(out: string): Promise<boolean> {
  return access(join(out, journalName)).then(
    () => true,
    () => false,
  )
}

/** Complete what an interrupted publish had written down; what it was still writing is void. Answers whether there was anything. */
export async function recover(out: string): Promise<boolean> {
  for (const name of [draftName, reserveName]) await rm(join(out, name), { force: true })
  const text = await readFile(join(out, journalName), 'utf8').catch(() => undefined)
  if (text === undefined) return false
  await carryOut(out, Journal.parse(JSON.parse(text)))
  return true
}

async function carryOut(out: string, { moves, removes, manifest }: Journal): Promise<void> {
  for (const path of removes) await rm(join(out, path), { force: true })
  for (const path of removes) await removeEmptyFolders(out, dirname(path))
  for (const [index, { from, to }] of moves.entries()) {
    moveInto(out, from, to)
    // A hundred thousand renames take seconds, in which a signal wants to be heard.
    if (index % 500 === 499) await setImmediate()
  }
  moveInto(out, manifest, manifestName)
  await rm(join(out, journalName))
}

/** A run before this one may have made the same move: what is not staged any more must have arrived. */
function moveInto(out: string, from: string, to: string): void {
  const [source, target] = [join(out, from), join(out, to)]
  if (existsSync(source)) inMadeFolder(target, () => renameSync(source, target))
  else accessSync(target)
}

async function removeEmptyFolders(out: string, folder: string): Promise<void> {
  if (folder === '.' || folder === '') return
  try {
    await rmdir(join(out, folder))
  } catch {
    // Not empty, or gone already: either way its parents stay as they are.
    return
  }
  await removeEmptyFolders(out, dirname(folder))
}
