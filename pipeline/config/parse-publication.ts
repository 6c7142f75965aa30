import type { ZodType } from 'zod'
import type { Publication, Severity } from '../ast/publication.ts'
import { reportInto } from '../contract/catalogue.ts'
import { type Diagnostic, type Place, sortDiagnostics } from '../contract/diagnostic.ts'
import type { SourceFile } from '../contract/source.ts'
import { decodeText } from '../yaml/decode-text.ts'
import type { Desk } from '../yaml/desk.ts'
import { keysOf } from '../yaml/keys-of.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { WrittenMap } from '../yaml/written.ts'
import { defaultFormats } from './format-options.ts'
import type { HouseFile, RetextEntry } from './house-files.ts'
import { type PublicationFields, publicationKeys } from './publication-keys.ts'

/** `publication.yml`, complete: every default filled in, nothing looked up. */
export interface Settings {
  publication: Omit<Publication, 'logo'>
  /** Path as written, and where; measured later. */
  logo?: { path: string; place: Place }
  /** Format name -> complete options, in the order of the registry. */
  formats: ReadonlyMap<string, unknown>
  /** Rule id -> the severity that this newsroom gives it. */
  rules: Readonly<Record<string, Severity | 'off'>>
  /** Files with rules of the newsroom’s own. */
  house: readonly HouseFile[]
  /** Plug-ins that look at the prose of stories. */
  retext: readonly RetextEntry[]
  /** Paths below the publication’s address that something else serves, with `*`. */
  pages: readonly string[]
}

/**
 * Read `publication.yml`. `formats` are the option schemas of all renderers by name, in the order of the registry. Without
 * settings the publication cannot be published; the diagnostics, all of scope `publication`, say why. Never throws.
 */
export function parsePublication(file: SourceFile, formats: Readonly<Record<string, ZodType>>): { settings?: Settings; diagnostics: Diagnostic[] } {
  const found: Diagnostic[] = []
  const report = reportInto(found, { scope: 'publication' })
  const { text, readable } = decodeText(file, report)
  const map = readable ? readYaml({ file: file.path, text, report }) : undefined
  const settings = map && readSettings(map, formats, { file: file.path, report, timezone: 'UTC', places: {} })
  const diagnostics = sortDiagnostics(found)
  const isBroken = diagnostics.some(({ severity }) => severity === 'error')
  return settings && !isBroken ? { settings, diagnostics } : { diagnostics }
}

const required = [
  ['name', 'name: The Harbour Post'],
  ['url', 'url: https://harbourpost.example'],
  ['language', 'language: en-GB'],
] as const

function readSettings(map: WrittenMap, formats: Readonly<Record<string, ZodType>>, desk: Desk): Settings {
  const read = keysOf(publicationKeys(formats))(map, '', desk) ?? {}
  for (const [key, example] of required) {
    const isThere = read[key] !== undefined || map.entries.some((entry) => entry.key === key && entry.value.kind === 'text' && entry.value.value !== '')
    if (!isThere) desk.report('missing-publication-key', { file: desk.file, line: 1, column: 1 }, { key, example })
  }
  return complete(read, formats)
}

function complete(read: PublicationFields, formats: Readonly<Record<string, ZodType>>): Settings {
  const { name = '', url = '', language = '', timezone = 'UTC', slogan, social = {}, sections = [], front = [], logo, limits } = read
  return {
    publication: { name, url, language, timezone, social, sections, front, ...(slogan === undefined ? {} : { slogan }), ...(limits === undefined ? {} : { limits }) },
    ...(logo === undefined ? {} : { logo }),
    formats: read.formats ?? defaultFormats(formats),
    rules: read.rules ?? {},
    house: read.house ?? [],
    retext: read.retext ?? [],
    pages: read.pages ?? [],
  }
}
