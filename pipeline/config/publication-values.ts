import type { Section } from '../ast/publication.ts'
import type { Place } from '../contract/diagnostic.ts'
import { nearestName } from '../contract/nearest.ts'
import { formed, type FormedReader } from '../yaml/described.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { isWebAddress, lastKey, listOf, readWord, text, word } from '../yaml/readers.ts'
import { slugProblem, suggestSlug } from '../yaml/slugs.ts'
import { shapeName, type Written, type WrittenEntry } from '../yaml/written.ts'

/** A story's slug, composed as slugs are; whether there is one is found when stories are read. */
const slug: FormedReader<string> = formed('the slug of a story', (value, path, desk) => word(value, path, desk)?.normalize('NFC'))

/** Stories that the front page begins with. */
export const front = listOf(slug, 'front: [port-strike]')

/** A path below the publication’s address that something else than Galley serves; `*` stands for a part of it, `**` for any. */
const page: FormedReader<string> = formed('a path, as `about` or `people/*`', (value, path, desk) => word(value, path, desk)?.normalize('NFC').replace(/^\/+|\/+$/g, ''))

/** What else stands below the publication’s address. */
export const pages = listOf(page, 'pages: [about, people/*]')

/** A path, with its place: the file is looked for after the configuration has been read. */
export const placedText: FormedReader<{ path: string; place: Place }> = formed('a path from `source/`', (value, path, desk) => {
  const written = text(value, path, desk)
  return written === undefined ? undefined : { path: written, place: placeOf(value, desk) }
})

/** The base of all addresses, without a slash at its end. */
export const baseAddress: FormedReader<string> = formed('an address, as `https://harbourpost.example`', (value, path, desk) => {
  const written = readWord(value, path, desk)
  if (!written) return undefined
  const url = isWebAddress(written.value) ? new URL(written.value) : undefined
  if (url && url.search + url.hash + url.username + url.password === '' && !/[?#]/.test(written.value)) return url.href.replace(/\/+$/, '')
  desk.report('invalid-publication-address', placeOf(written, desk), { found: written.value })
  return undefined
})

/** A BCP 47 tag, as typed. */
export const language: FormedReader<string> = formed('a language tag, as `en-GB`', (value, path, desk) => {
  const written = readWord(value, path, desk, `${lastKey(path)}: en-GB`)
  if (!written || isLanguage(written.value)) return written?.value
  const dashed = written.value.replaceAll('_', '-')
  desk.report('invalid-language', placeOf(written, desk), { found: written.value, suggestion: isLanguage(dashed) ? dashed : undefined })
  return undefined
})

/** The form allows `english`, but no language has a longer code than three letters. */
function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** A zone of the IANA database by name: an offset would be wrong for half of the year. */
export const timezone: FormedReader<string> = formed('a zone of the IANA database, as `Europe/London`', (value, path, desk) => {
  const written = readWord(value, path, desk)
  if (!written || isTimezone(written.value)) return written?.value
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  desk.report('unknown-timezone', placeOf(written, desk), { found: written.value, nearest: nearestName(written.value, known) })
  return undefined
})

function isTimezone(name: string): boolean {
  // A look at the list takes a tenth of what the first date in a zone does, and most publishes draw none. Names that are not in it may be older ones.
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true
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

/** Accounts of the newspaper elsewhere. */
export const accounts: FormedReader<Record<string, string>> = formed('names with an account or address each, as `{ x: "@harbourpost" }`', (value, path, desk) => {
  const entries = entriesOf(value, path, desk, 'social: { x: "@harbourpost" }')
  return Object.fromEntries(entries.flatMap(({ key, value: account }) => named(key, text(account, `${path}.${key}`, desk))))
})

function named(key: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[key, value]]
}

/** Sections in the order in which readers see them. */
export const sections: FormedReader<Section[]> = formed('ids with a name each, as `{ world: World }`', (value, path, desk) => {
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
})
