import type { Written } from '../yaml/written.ts'

/** What was written as plain data. Unquoted `true`, `false` and numbers are what they look like, except at the paths given. */
export function plainValue(written: Written, asText: readonly string[] = [], path: readonly string[] = []): unknown {
  if (written.kind === 'list') return written.items.map((item, index) => plainValue(item, asText, [...path, String(index)]))
  if (written.kind === 'map') return Object.fromEntries(written.entries.map(({ key, value }) => [key, plainValue(value, asText, [...path, key])]))
  if (!written.plain || asText.includes(path.join('.'))) return written.value
  if (written.value === 'true' || written.value === 'false') return written.value === 'true'
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(written.value) ? Number(written.value) : written.value
}

/** The value at a path, or the nearest one around it. */
export function findWritten(written: Written, [first, ...more]: readonly string[]): { value: Written } {
  if (first === undefined) return { value: written }
  const inner = written.kind === 'map' ? written.entries.find(({ key }) => key === first)?.value : written.kind === 'list' ? written.items[Number(first)] : undefined
  return inner ? findWritten(inner, more) : { value: written }
}
