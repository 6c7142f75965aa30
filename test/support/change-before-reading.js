// Loaded into a run before its own code (NODE_OPTIONS=--import): before a file whose path ends with CHANGE_PATH is read for the time CHANGE_BEFORE, it becomes
// what CHANGE_TO names: 'gone', 'a folder', or 'text:' and the text. So the moment between two readings is always met.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const { CHANGE_PATH, CHANGE_BEFORE, CHANGE_TO = '' } = process.env
const { readFile } = fs.promises
let readings = 0

function change(path) {
  fs.rmSync(path)
  if (CHANGE_TO === 'a folder') fs.mkdirSync(path)
  if (CHANGE_TO.startsWith('text:')) fs.writeFileSync(path, CHANGE_TO.slice(5))
}

if (isMainThread && CHANGE_PATH) {
  fs.promises.readFile = async (path, ...options) => {
    if (String(path).endsWith(CHANGE_PATH) && (readings += 1) === Number(CHANGE_BEFORE)) change(path)
    return readFile(path, ...options)
  }
  syncBuiltinESMExports()
}
