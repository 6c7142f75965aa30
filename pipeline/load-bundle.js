// Runs the bundle that start.js has made, in the command and in each thread of judges. V8 takes what it has compiled of it from a file beside it: to
// read two megabytes of code anew was a sixth of a publish that finds nothing changed (bench/NOTES.md).
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** What stands around the bundle: a function, as Node makes of every module of this kind. */
export const frame = ['(function (exports, require, module, __filename, __dirname, importPackage) {', '\n})']

/**
 * What the bundle in a folder exports. What V8 does not accept, as under other flags, it compiles as if there were none (`cachedDataRejected`).
 * Throws where there is no bundle.
 */
export async function loadBundle(folder) {
  const file = join(folder, 'galley.cjs')
  const compiled = readCompiled(`${file}.v8`)
  // It is ASCII.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData: compiled })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file, folder, (name) => import(name))
  if (compiled === undefined) await keepCompiled(script, `${file}.v8`, module.exports)
  return module.exports
}

/** V8 believes what it is given, and dies of it where a disk has lost a part: so the file begins with the sha256 of the rest. Undefined where that is not so. */
function readCompiled(file) {
  try {
    const page = readFileSync(file)
    const compiled = page.subarray(hashLength)
    return hashOf(compiled).equals(page.subarray(0, hashLength)) ? compiled : undefined
  } catch {
    return undefined
  }
}

const hashLength = 32

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest()
}

/** V8 compiles what is called, so all that nearly every command calls at its start is called first. What cannot be kept is not missed. */
async function keepCompiled(script, file, { loadMost }) {
  await loadMost()
  try {
    const compiled = script.createCachedData()
    writeFileSync(`${file}.${process.pid}`, Buffer.concat([hashOf(compiled), compiled]))
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // The next start tries again.
  }
}
