// Loaded into a run before its own code (NODE_OPTIONS=--import): counts what changes the disk, and kills the process with the change that DIE_AT names. A kill
// with the last but one and one with the last are all that a disk can tell apart. With DIE_TORN, a file that is just written is left half written.
// Without DIE_AT, the count is written to COUNT_INTO when the process ends.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const { DIE_AT, DIE_TORN, COUNT_INTO } = process.env
const names = ['appendFile', 'copyFile', 'link', 'mkdir', 'mkdtemp', 'rename', 'rm', 'rmdir', 'symlink', 'unlink', 'utimes', 'writeFile']
const { writeFileSync } = fs
let changes = 0

function die(name, [path, content]) {
  try {
    if (DIE_TORN && name.startsWith('writeFile')) writeFileSync(path, content.slice(0, content.length / 2))
  } catch {
    // There is no such folder yet: what writes here makes it when it has failed.
  }
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

function watch(owner, name) {
  const change = owner[name]
  owner[name] = (...words) => {
    changes += 1
    if (changes === Number(DIE_AT)) die(name, words)
    return change(...words)
  }
}

if (isMainThread && (DIE_AT || COUNT_INTO)) {
  for (const name of names) {
    watch(fs, `${name}Sync`)
    watch(fs.promises, name)
  }
  syncBuiltinESMExports()
  if (COUNT_INTO) process.on('exit', () => writeFileSync(COUNT_INTO, String(changes)))
}
