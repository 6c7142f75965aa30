import type { ZodType } from 'zod'
import type { Section } from '../ast/publication.ts'
import type { Place } from '../contract/diagnostic.ts'
import { nearestName } from '../contract/nearest.ts'
import { type Desk, placeOf, type Reader } from '../yaml/desk.ts'
import type { Read } from '../yaml/keys-of.ts'
import { isWebAddress, lastKey, listOf, readWord, text, word } from '../yaml/readers.ts'
import { slugProblem, suggestSlug } from '../yaml/slugs.ts'
import { shapeName, type Written, type WrittenEntry } from '../yaml/written.ts'
import { formatOptions } from './format-options.ts'
import { houseFile, retextEntry } from './house-files.ts'
import { ruleSeverities } from './rule-severities.ts'

/** Every key of `publication.yml` and how its value is read (source-format.md, "The publication"). */
export function publicationKeys(formats: Readonly<Record<string, ZodType>>) {
  return {
    name: text,
    slogan: text,
    url: baseAddress,
    language,
    timezone,
    logo: placedText,
    social: accounts,
    sections,
    front: listOf(slug, 'front: [port-strike]'),
    formats: formatOptions(formats),
    rules: ruleSeverities,
    house: listOf(houseFile, 'house: [./rules/no-shouting.mjs]'),
    retext: listOf(retextEntry, 'retext: [retext-repeated-words]'),
    pages: listOf(page, 'pages: [about, people/*]'),
  } satisfies Record<string, Reader<unknown>>
}

/** What `publication.yml` says, by key, each read and checked on its own. */
export type PublicationFields = Read<ReturnType<typeof publicationKeys>>

/** A story's slug, composed as slugs are; whether there is one is found when stories are read. */
const slug: Reader<string> = (value, path, desk) => word(value, path, desk)?.normalize('NFC')

/** A path below the publication’s address that something else than Galley serves; `*` stands for a part of it, `**` for any. */
const page: Reader<string> = (value, path, desk) => word(value, path, desk)?.normalize('NFC').replace(/^\/+|\/+$/g, '')

/** A path, with its place: the file is looked for after the configuration has been read. */
function placedText(value: Written, path: string, desk: Desk): { path: string; place: Place } | undefined {
  const written = text(value, path, desk)
  return written === undefined ? undefined : { path: written, place: placeOf(value, desk) }
}

/** The base of all addresses, without a slash at its end. */
function baseAddress(value: Written, path: string, desk: Desk): string | undefined {
  const written = readWord(value, path, desk)
  if (!written) return undefined
  const url = isWebAddress(written.value) ? new URL(written.value) : undefined
  if (url && url.search + url.hash + url.username + url.password === '' && !/[?#]/.test(written.value)) return url.href.replace(/\/+$/, '')
  desk.report('invalid-publication-address', placeOf(written, desk), { found: written.value })
  return undefined
}

/** A BCP 47 tag, as typed. */
function language(value: Written, path: string, desk: Desk): string | undefined {
  const written = readWord(value, path, desk, `${lastKey(path)}: en-GB`)
  if (!written || isLanguage(written.value)) return written?.value
  const dashed = written.value.replaceAll('_', '-')
  desk.report('invalid-language', placeOf(written, desk), { found: written.value, suggestion: isLanguage(dashed) ? dashed : undefined })
  return undefined
}

/** The form allows `english`, but no language has a longer code than three letters. */
function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** A zone of the IANA database by name: an offset would be wrong for half of the year. */
function timezone(value: Written, path: string, desk: Desk): string | undefined {
  const written = readWord(value, path, desk)
  if (!written || isTimezone(written.value)) return written?.value
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  desk.report('unknown-timezone', placeOf(written, desk), { found: written.value, nearest: nearestName(written.value, known) })
  return undefined
}

function isTimezone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Names of the newsroom's own choice, each with a text; their order is kept. */
function entriesOf(value: Written, path: string, desk: Desk, example: string): WrittenEntry[] {
  if (value.kind === 'map') return value.entries
  desk.report('wrong-shape', placeOf(value, desk), { key: path, expected: 'keys and values', found: shapeName(value), example })
  return []
}

function accounts(value: Written, path: string, desk: Desk): Record<string, string> {
  const entries = entriesOf(value, path, desk, 'social: { x: "@harbourpost" }')
  return Object.fromEntries(entries.flatMap(({ key, value: account }) => named(key, text(account, `${path}.${key}`, desk))))
}

function named(key: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[key, value]]
}

function sections(value: Written, path: string, desk: Desk): Section[] {
  return entriesOf(value, path, desk, 'sections: { world: World }').flatMap(({ key: typed, keyPosition, value: name }) => {
    const key = typed.normalize('NFC')
    const place = placeOf({ position: keyPosition }, desk)
    const problem = slugProblem(key)
    if (problem === 'invalid') desk.report('invalid-slug', place, { found: key, suggestion: suggestSlug(key) })
    if (problem === 'reserved') desk.report('reserved-slug', place, { found: key })
    const displayName = text(name, `${path}.${key}`, desk)
    if (displayName === undefined && name.kind === 'text') desk.report('missing-key', place, { key, parent: path })
    return displayName === undefined ? [] : [{ id: key, name: displayName }]
  })
}
