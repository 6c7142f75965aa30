import { nearestName } from '../contract/nearest.ts'
import { type Desk, placeOf, type Reader } from './desk.ts'
import { describeKeys, formed, type FormedReader, type Key } from './described.ts'
import { isBlank, shapeName, type Written, type WrittenMap } from './written.ts'

type Shape = Record<string, Key<unknown>>
/** What was read under each key; a key that was not written, or could not be read, is absent. */
export type Read<S extends Shape> = { [K in keyof S]?: S[K] extends Reader<infer T> ? T : never }

/**
 * Keys and values, each key with its reader. Unknown keys are errors that name the nearest known one; keys in `required` must
 * be there. A key with nothing behind it counts as not written, except where `blank` lists it.
 */
export function keysOf<S extends Shape>(shape: S, required: readonly (keyof S & string)[] = [], blank: readonly (keyof S & string)[] = []): FormedReader<Read<S>> {
  return formed({ words: 'keys and values', keys: describeKeys(shape, required) }, (value, path, desk) => {
    if (value.kind !== 'map') {
      const example = `${path}: { ${(required.length > 0 ? required : Object.keys(shape)).map((key) => `${key}: …`).join(', ')} }`
      desk.report('wrong-shape', placeOf(value, desk), { key: path, expected: 'keys and values', found: shapeName(value), example })
      return undefined
    }
    const read = readEntries(value, path, desk, shape, blank)
    for (const key of required) {
      if (!value.entries.some((entry) => entry.key === key && !isEmpty(entry.value))) desk.report('missing-key', placeOf(value, desk), { key, parent: path })
    }
    return read
  })
}

function readEntries<S extends Shape>(map: WrittenMap, path: string, desk: Desk, shape: S, blank: readonly string[]): Read<S> {
  const read: Record<string, unknown> = {}
  for (const { key, keyPosition, value } of map.entries) {
    const reader = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (!reader) {
      const known = Object.keys(shape)
      desk.report('unknown-key', placeOf({ position: keyPosition }, desk), { key, parent: path, nearest: nearestName(key, known), known: known.join(', ') })
      continue
    }
    const place = path === '' ? key : `${path}.${key}`
    desk.places[place] = value.position
    // `kicker: #7` is not blank for its author.
    const hasWords = value.kind === 'text' && value.cut !== undefined
    if (isBlank(value) && !hasWords && !blank.includes(key)) continue
    const result = reader(value, place, desk)
    if (result !== undefined) read[key] = result
  }
  return read as Read<S>
}

function isEmpty(value: Written): boolean {
  return value.kind === 'text' && value.value.trim() === ''
}
