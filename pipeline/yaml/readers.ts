import { nearestName } from '../contract/nearest.ts'
import { checkDateTime } from './check-date-time.ts'
import { forbiddenCharacter } from './decode-text.ts'
import { formed, type FormedReader } from './described.ts'
import { type Desk, placeOf } from './desk.ts'
import { quoteYaml } from './quote.ts'
import { shapeName, type Written, type WrittenList, type WrittenMap, type WrittenText } from './written.ts'
import { reportLostWords } from './yaml-source.ts'

/** Text exactly as typed; blank text counts as not written. */
export const text: FormedReader<string> = formed('text', (value, path, desk) => readText(value, path, desk)?.value)

/** The text value itself, with its places. Reports `wrong-shape`, `yaml-loses-words` and `control-character`. */
export function readText(value: Written, path: string, desk: Desk, example?: string): WrittenText | undefined {
  if (value.kind === 'text' && value.cut) reportLostWords(value.cut, desk)
  return readWord(value, path, desk, example)
}

/** A word with a fixed meaning: unlike prose, it may have a comment behind it. */
export function readWord(value: Written, path: string, desk: Desk, example?: string): WrittenText | undefined {
  if (value.kind !== 'text') {
    desk.report('wrong-shape', placeOf(value, desk), { key: path, expected: 'text', found: shapeName(value), example: example ?? exampleOfText(value, path) })
    return undefined
  }
  const code = forbiddenCharacter(value.value)
  if (code) desk.report('control-character', placeOf(value, desk), { code })
  return isBlank(value.value) ? undefined : value
}

/** True where a reader would see nothing: spaces, and characters that only steer others (soft hyphens, zero-width spaces, joiners). */
export function isBlank(value: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(value)
}

/** The same line as text, where brackets were meant as such: `kicker: "[Exclusive]"`. */
function exampleOfText(value: WrittenList | WrittenMap, path: string): string {
  const quoted = value.typed === undefined ? '"…"' : quoteYaml(value.typed)
  return /\.\d+$/.test(path) ? quoted : `${lastKey(path)}: ${quoted}`
}

/** One of a few words; the nearest is named. */
export function oneOf<const T extends string>(allowed: readonly T[]): FormedReader<T> {
  return formed({ words: 'one of these words', choice: allowed }, (value, path, desk) => {
    const written = readWord(value, path, desk, `${lastKey(path)}: ${allowed[0]}`)
    const match = allowed.find((candidate) => candidate === written?.value)
    if (match === undefined && value.kind === 'text') {
      desk.report('unknown-value', placeOf(value, desk), {
        key: path, found: value.value, allowed: allowed.join(', '), nearest: nearestName(value.value, allowed),
      })
    }
    return match
  })
}

/** A time with its zone (RFC 3339), as typed. */
export const dateTime: FormedReader<string> = formed('a time with its zone, as `2026-11-23T09:00:00+01:00`', (value, path, desk) => {
  const written = readWord(value, path, desk, `${lastKey(path)}: 2026-11-23T09:00:00+01:00`)
  if (!written) {
    if (value.kind === 'text') desk.report('unreadable-date', placeOf(value, desk), { found: value.value })
    return undefined
  }
  const verdict = checkDateTime(written.value, desk.timezone)
  if ('value' in verdict) return verdict.value
  const rule = verdict.problem === 'no-zone' ? 'date-without-zone' : 'unreadable-date'
  desk.report(rule, placeOf(written, desk), { found: written.value, suggestion: verdict.suggestion })
  return undefined
})

/** A word with a fixed meaning, as typed: an address, a path, a slug. What it leads to is looked up when the story is resolved. */
export const word: FormedReader<string> = formed('a word', (value, path, desk) => readWord(value, path, desk)?.value)

/** An absolute http or https address. */
export const webAddress: FormedReader<string> = formed('an address that begins with https://', (value, path, desk) => {
  const written = readWord(value, path, desk, `${lastKey(path)}: https://…`)
  if (!written || isWebAddress(written.value)) return written?.value
  desk.report('unreadable-address', placeOf(written, desk), { address: written.value, key: path })
  return undefined
})

/** True for an absolute http or https address; `https:example.com` is mended by browsers and by nothing else. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^/\\\s][^\s]*$/i.test(address) && URL.canParse(address)
}

/** A list, each of its items read by one reader; items that cannot be read are left out, with their diagnostic. */
export function listOf<T>(item: FormedReader<T>, example: string): FormedReader<T[]> {
  return formed({ ...item.form, words: `a list, each item ${item.form.words}` }, (value, path, desk) => {
    if (value.kind !== 'list') {
      desk.report('wrong-shape', placeOf(value, desk), { key: path, expected: 'a list', found: shapeName(value), example: exampleOfList(value, path) ?? example })
      return undefined
    }
    return value.items.flatMap((each, index) => {
      const place = `${path}.${index}`
      desk.places[place] = each.position
      if (each.kind === 'text' && each.value.trim() === '') {
        desk.report('wrong-shape', placeOf(each, desk), { key: place, expected: 'an item', found: 'nothing', example })
        return []
      }
      const read = item(each, place, desk)
      return read === undefined ? [] : [read]
    })
  })
}

/** The same words as a list, where only its brackets are missing: `tags: [ports, labour]`. */
function exampleOfList(value: Written, path: string): string | undefined {
  return value.kind === 'text' && /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ,.'’-]*$/u.test(value.value) ? `${lastKey(path)}: [${value.value}]` : undefined
}

/** The last name of a path: `lead.src` -> `src`; items are called after their list. */
export function lastKey(path: string): string {
  return path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path
}
