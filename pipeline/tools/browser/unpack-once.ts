import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { environmentWith } from '../environment.ts'
import { withLock } from './with-lock.ts'

/**
 * Unpack the bundled browser into a folder named after its version, once a machine, and return the folder.
 *
 * The work is done below a temporary name and then renamed, because a program that is still being written cannot be
 * started (ETXTBSY), and half a program must never be found. The lock only keeps others from doing the work twice.
 */
export async function unpackOnce(packageRoot: string, version: string): Promise<string> {
  const cache = cacheFolder(packageRoot)
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await unpackInto(folder, packageRoot)
  })
  return folder
}

async function unpackInto(folder: string, packageRoot: string): Promise<void> {
  const temporary = mkdtempSync(`${folder}.new-`)
  try {
    await unpack(packageRoot, temporary)
    await rename(temporary, folder)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

// The package unpacks into the system's temp folder, brings its libraries only where it believes itself in a cloud
// function, and sets variables of the process that loads it: so it is loaded by a process of its own.
async function unpack(packageRoot: string, target: string): Promise<void> {
  const entry = pathToFileURL(join(packageRoot, 'build', 'esm', 'index.js')).href
  const script = `import chromium from ${JSON.stringify(entry)}; await chromium.executablePath()`
  const env = { ...environmentWith([]), TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env })
}

/** `node_modules/.cache/galley` beside the package, else a folder of this user's own in the system's temp folder. */
function cacheFolder(packageRoot: string): string {
  const beside = join(dirname(dirname(packageRoot)), '.cache', 'galley')
  return isWritable(beside) ? beside : ownTemporaryFolder()
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Anyone may write to the temp folder, and make the folder first that we are about to use: in one that another user owns, may write to or has
 * put a link in the place of, a program of theirs could lie. Throws there.
 */
export function ownTemporaryFolder(below = tmpdir()): string {
  const uid = process.getuid?.() ?? 0
  const folder = join(below, `galley-${uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const isOurs = found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0
  if (!isOurs) throw new Error(`Expected ${folder} to be a folder that belongs to this user and that nobody else may write to. Remove it, or set TMPDIR to a folder of your own.`)
  return folder
}
