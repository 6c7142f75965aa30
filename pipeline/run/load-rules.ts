import { join, resolve } from 'node:path'
import { readdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'unified'
import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { HouseFile, RetextEntry } from '../config/house-files.ts'
import type { Settings } from '../config/parse-publication.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { SourceReader } from '../contract/source.ts'
import { defineHouseRule } from '../rules/house-rule.ts'
import { storyRules } from '../rules/index.ts'
import { defineRetextRule } from '../rules/retext-rule.ts'
import type { StoryRule } from '../rules/story-rule.ts'
import { packageVersion } from '../tools/installation.ts'

/** The rules by which a newspaper’s stories are judged. */
export interface Rules {
  all: readonly StoryRule[]
  /** Those among them that the newsroom brings itself. */
  own: readonly StoryRule[]
  /** Changes with everything of the newsroom’s own that they depend on: its rule files, plug-ins and pages. */
  hash: string
}

type RuleSettings = Pick<Settings, 'house' | 'retext' | 'pages'>

/**
 * Load the rules of a newspaper: those of Galley, and the code that `publication.yml` names. Nothing is found by looking around, and what
 * a story says cannot make anything load. All of `rules/` counts as part of each file in it, because files import others.
 */
export async function loadRules(folder: string, source: SourceReader, settings: RuleSettings): Promise<{ rules: Rules; diagnostics: Diagnostic[] }> {
  const { house, retext, pages } = settings
  const diagnostics: Diagnostic[] = []
  const hasFiles = house.length > 0 || retext.some(({ isFile }) => isFile)
  const files = hasFiles ? await hashRulesFolder(folder, source) : []
  const desk: Desk = { folder, source, version: hashOf(canonicalJson(files)), diagnostics }
  const own: StoryRule[] = []
  for (const file of house) own.push(...(await loadHouseRule(file, desk)))
  for (const entry of retext) own.push(...(await loadRetextRule(entry, desk)))
  reportTwins(own, [...house, ...retext], diagnostics)
  const plugins = retext.map(({ name, isFile, options }) => [name, options ?? null, isFile ? null : packageVersion(name) ?? null])
  const hash = hashOf(canonicalJson([files, house.map(({ path }) => path), plugins, pages]))
  return { rules: { all: [...storyRules, ...own], own, hash }, diagnostics }
}

interface Desk {
  folder: string
  source: SourceReader
  /** Part of the address of what is loaded, so that a file that has changed is not mistaken for its former self. */
  version: string
  diagnostics: Diagnostic[]
}

async function hashRulesFolder(folder: string, source: SourceReader): Promise<[string, string][]> {
  const entries = await readdir(join(folder, 'rules'), { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'rules').length + 1))
  const hashes = paths.sort().map(async (path): Promise<[string, string]> => {
    const file = await source.read(`rules/${path.replaceAll('\\', '/')}`)
    return [path, 'problem' in file ? file.problem : hashOf(file.bytes)]
  })
  return Promise.all(hashes)
}

async function loadHouseRule({ path, place }: HouseFile, desk: Desk): Promise<StoryRule[]> {
  const loaded = await load(path, true, place, desk)
  if (loaded === undefined) return []
  const rule = defineHouseRule(loaded['default'])
  if (!('problem' in rule)) return [rule]
  unusable(path, rule.problem, place, desk)
  return []
}

async function loadRetextRule({ name, isFile, options, place }: RetextEntry, desk: Desk): Promise<StoryRule[]> {
  const loaded = await load(name, isFile, place, desk)
  if (loaded === undefined) return []
  const { default: plugin, description, good, bad } = loaded
  if (typeof plugin !== 'function') {
    unusable(name, 'expected a unified plug-in, a function, as default export', place, desk)
    return []
  }
  const id = `house/${isFile ? name.slice(name.lastIndexOf('/') + 1).replace(/\.m?js$/, '') : name.replace(/^@/, '')}`
  const told = Object.fromEntries(Object.entries({ description, good, bad }).filter(([, text]) => typeof text === 'string'))
  return [defineRetextRule({ id, plugin: plugin as Plugin<[unknown?]>, options, ...told })]
}

/** What a file below `rules/` or an installed package exports; nothing where it cannot be had, and the diagnostics say why. */
async function load(name: string, isFile: boolean, place: HouseFile['place'], desk: Desk): Promise<Record<string, unknown> | undefined> {
  const { folder, source, version, diagnostics } = desk
  if (isFile) {
    const file = await source.read(name)
    if ('problem' in file) {
      const nearest = file.problem === 'missing' ? file.nearest : file.problem === 'other-case' ? file.name : undefined
      return void reportInto(diagnostics)('unreadable-house-file', place, { path: name, problem: problems[file.problem], nearest })
    }
  } else if (packageVersion(name) === undefined) return void reportInto(diagnostics)('missing-retext-plugin', place, { name })
  try {
    const address = isFile ? `${pathToFileURL(join(resolve(folder), name)).href}?${version.slice(0, 16)}` : name
    return (await import(/* @vite-ignore */ address)) as Record<string, unknown>
  } catch (error) {
    return void unusable(name, (error instanceof Error ? error.message : String(error)).replace(/\.$/, ''), place, desk)
  }
}

const problems = { missing: 'it is not there', outside: 'it lies outside of the source folder', 'other-case': 'its name differs in capitals', 'not-a-file': 'it is no file', unreadable: 'the system does not allow it' }

function unusable(name: string, detail: string, place: HouseFile['place'], { diagnostics }: Desk): void {
  reportInto(diagnostics)('unusable-house-rule', place, { name, detail: detail.split('\n', 1)[0] ?? '' })
}

function reportTwins(rules: readonly StoryRule[], entries: readonly (HouseFile | RetextEntry)[], diagnostics: Diagnostic[]): void {
  const seen = new Set<string>()
  for (const [index, { id }] of rules.entries()) {
    const entry = entries[index]
    // Where one was not loaded the lists are out of step, and something else is wrong already.
    if (seen.has(id) && entry && rules.length === entries.length) reportInto(diagnostics)('duplicate-house-rule', entry.place, { rule: id, name: 'path' in entry ? entry.path : entry.name })
    seen.add(id)
  }
}
