import * as z from 'zod'
import { nearestName } from '../contract/nearest.ts'
import { formed, type FormedReader } from '../yaml/described.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { isBlank, shapeName, type Written, type WrittenEntry } from '../yaml/written.ts'
import { findWritten, plainValue } from './plain-value.ts'

type Formats = Readonly<Record<string, z.ZodType>>

/** All formats with their default options: what a publication has that lists none. */
export function defaultFormats(formats: Formats): Map<string, unknown> {
  return new Map(Object.entries(formats).map(([name, options]) => [name, options.parse({})]))
}

/** The formats that are listed, each with complete options, in the order of the registry. */
export function formatOptions(formats: Formats): FormedReader<Map<string, unknown>> {
  return formed('names of formats with their options, as `{ html: {}, pdf: { page: A4 } }`', (value, path, desk) => {
    if (value.kind !== 'map') {
      desk.report('wrong-shape', placeOf(value, desk), { key: path, expected: 'keys and values', found: shapeName(value), example: 'formats: { html: {}, pdf: { page: A4 } }' })
      return undefined
    }
    const known = Object.keys(formats)
    for (const { key, keyPosition } of value.entries) {
      if (!known.includes(key)) desk.report('unknown-format-key', placeOf({ position: keyPosition }, desk), { format: key, nearest: nearestName(key, known), known: known.join(', ') })
    }
    return new Map(known.flatMap((name) => optionsOf(name, value.entries, formats, desk)))
  })
}

function optionsOf(name: string, entries: readonly WrittenEntry[], formats: Formats, desk: Desk): [string, unknown][] {
  const entry = entries.find(({ key }) => key === name)
  const schema = formats[name]
  if (!entry || !schema) return []
  const written: Written = isBlank(entry.value) ? { kind: 'map', entries: [], position: entry.value.position } : entry.value
  if (written.kind !== 'map') {
    desk.report('wrong-shape', placeOf(written, desk), { key: `formats.${name}`, expected: 'options', found: shapeName(written), example: `${name}: {}` })
    return []
  }
  reportUnknown(name, written.entries, schema, desk)
  const result = parseOptions(schema, written)
  for (const issue of result.success ? [] : result.error.issues) reportIssue(name, issue, written, desk)
  return result.success ? [[name, result.data]] : []
}

/** Words that look like numbers or truth values are read as such; where the schema wants text after all, as typed. */
function parseOptions(schema: z.ZodType, written: Written): z.ZodSafeParseResult<unknown> {
  const typed = schema.safeParse(plainValue(written))
  const wantText = (typed.error?.issues ?? []).filter((issue) => issue.code === 'invalid_type' && issue.expected === 'string').map(({ path }) => path.join('.'))
  return wantText.length === 0 ? typed : schema.safeParse(plainValue(written, wantText))
}

/** A schema that is not strict would drop unknown options without a word. */
function reportUnknown(format: string, entries: readonly WrittenEntry[], schema: z.ZodType, desk: Desk): void {
  const known = knownOptions(schema)
  if (!known) return
  for (const { key, keyPosition } of entries) {
    if (known.includes(key)) continue
    desk.report('unknown-format-option', placeOf({ position: keyPosition }, desk), { option: key, format, nearest: nearestName(key, known), known: known.join(', ') })
  }
}

function knownOptions(schema: z.ZodType): string[] | undefined {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  const inner: unknown = 'unwrap' in schema && typeof schema.unwrap === 'function' ? schema.unwrap() : undefined
  return inner instanceof z.ZodType ? knownOptions(inner) : undefined
}

function reportIssue(format: string, issue: z.core.$ZodIssue, written: Written, desk: Desk): void {
  const path = issue.path.map(String)
  // On the first level, unknown options have been reported with their nearest names.
  if (issue.code === 'unrecognized_keys' && path.length === 0) return
  const place = findWritten(written, path)
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : []
  const value = place.value.kind === 'text' ? `"${place.value.value}"` : shapeName(place.value)
  desk.report('invalid-format-option', placeOf(place.value, desk), {
    option: [format, ...path].join('.'),
    found: value,
    nearest: place.value.kind === 'text' ? nearestName(place.value.value, allowed) : undefined,
    problem: `${issue.message.replace(/\.$/, '')}.`,
  })
}
