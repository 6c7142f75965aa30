// Runs the bundle that start.js has made, in the command and in each thread of judges. V8 takes what it has compiled of it from a file beside it: to
// read two megabytes of code anew was a sixth of a publish that finds nothing changed (bench/NOTES.md).
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

function readCompiled(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** V8 compiles what is called, so all that nearly every command calls at its start is called first. What cannot be kept is not missed. */
async function keepCompiled(script, file, { loadMost }) {
  await loadMost()
  try {
    writeFileSync(`${file}.${process.pid}`, script.createCachedData())
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // The next start tries again.
  }
}
