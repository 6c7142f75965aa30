import type { Place } from '../contract/diagnostic.ts'
import { formed, type FormedReader } from '../yaml/described.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { readWord } from '../yaml/readers.ts'
import { shapeName, type Written } from '../yaml/written.ts'
import { plainValue } from './plain-value.ts'

/** A file that holds code of the newsroom’s own: below `source/`, always in `rules/`. */
export interface HouseFile {
  path: string
  place: Place
}

/** A retext plug-in: an npm package, or a file as above. */
export interface RetextEntry {
  name: string
  isFile: boolean
  options?: unknown
  place: Place
}

/** One folder holds all code, so that whoever looks after the repository can watch it. */
const rulesFile = /^(?:\.\/)?(rules\/(?:(?!\.\.?\/)[^/\\]+\/)*[^/\\]+\.m?js)$/
/** https://docs.npmjs.com/cli/configuring-npm/package-json#name; no path, and no part of a package. */
const packageName = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/

/** A file with a rule: `./rules/no-shouting.mjs`. */
export const houseFile: FormedReader<HouseFile> = formed('a file in `rules/`, as `./rules/no-shouting.mjs`', (value, path, desk) => {
  const written = readWord(value, path, desk, './rules/no-shouting.mjs')
  const file = written && rulesFile.exec(written.value)?.[1]
  if (written && file === undefined) desk.report('invalid-house-file', placeOf(written, desk), { found: written.value })
  return written && file !== undefined ? { path: file, place: placeOf(written, desk) } : undefined
})

/** `retext-repeated-words`, `./rules/plain-words.mjs`, or one of them with options: `{ plugin: …, options: { … } }`. */
export const retextEntry: FormedReader<RetextEntry> = formed('a package that is installed, a file in `rules/`, or `{ plugin: …, options: … }`', (value, path, desk) => {
  if (value.kind !== 'map') return named(value, path, desk)
  const [plugin, options] = ['plugin', 'options'].map((key) => value.entries.find((entry) => entry.key === key)?.value)
  const stray = value.entries.find(({ key }) => key !== 'plugin' && key !== 'options')
  if (stray) desk.report('unknown-key', placeOf({ position: stray.keyPosition }, desk), { key: stray.key, parent: path, known: 'plugin, options' })
  if (plugin === undefined) return void desk.report('missing-key', placeOf(value, desk), { key: 'plugin', parent: path })
  const entry = named(plugin, `${path}.plugin`, desk)
  return entry && (options === undefined ? entry : { ...entry, options: plainValue(options) })
})

function named(value: Written, path: string, desk: Desk): RetextEntry | undefined {
  if (value.kind === 'list') return void desk.report('wrong-shape', placeOf(value, desk), { key: path, expected: 'a plug-in', found: shapeName(value), example: 'retext: [retext-repeated-words]' })
  const written = readWord(value, path, desk, 'retext-repeated-words')
  if (written === undefined) return undefined
  const place = placeOf(written, desk)
  const file = rulesFile.exec(written.value)?.[1]
  if (file !== undefined) return { name: file, isFile: true, place }
  if (packageName.test(written.value)) return { name: written.value, isFile: false, place }
  return void desk.report('invalid-retext-plugin', place, { found: written.value })
}
