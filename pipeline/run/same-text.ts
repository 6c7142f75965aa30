// Weak is not needed: a text here is the path of a shared file or the name of a format, and of those there are no more than a newspaper has.
const texts = new Map<string, { text: string; number: number }>()
const lists = new Map<string, readonly string[]>()
const checkLists = new Map<string, readonly unknown[]>()

/** The one copy of a text that many files tell. Each page lists its forty fonts and pictures; read anew for each, they would be a quarter of all that a run holds. */
export function sameText(text: string): string {
  return knownAs(text).text
}

/** The one copy of a list of such texts: pages with the same pictures have the same. */
export function sameTexts(list: readonly string[]): readonly string[] {
  const known = list.map(knownAs)
  return rememberedIn(lists, known.map(({ number }) => number).join(' '), () => known.map(({ text }) => text))
}

/** The one copy of what judges say of nearly every file. */
export function sameChecks<Check extends { name: string; version?: string | undefined; verdict: string }>(checks: readonly Check[]): readonly Check[] {
  return rememberedIn(checkLists, checks.map(({ name, version, verdict }) => `${name}\n${version}\n${verdict}`).join('\n'), () => checks) as readonly Check[]
}

/** A copy of plain data. A text that was cut from another one holds on to all of that: the headline of a story to its file. */
export function withOwnTexts<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/**
 * Make equal texts of plain data one text, and answer the data: what was read from JSON holds the headline of a story four times, and its slug in every
 * address. Texts of `known` are taken for theirs.
 */
export function withEachTextOnce<T extends object>(value: T, known: readonly string[]): T {
  makeOne(new Map(known.map((text) => [text, text])), value)
  return value
}

// In its place: V8 takes three times the room for an object that is put together key by key.
function makeOne(own: Map<string, string>, value: object): void {
  for (const [key, of] of Object.entries(value)) {
    if (typeof of === 'string') Reflect.set(value, key, rememberedIn(own, of, () => of))
    else if (typeof of === 'object' && of !== null) makeOne(own, of)
  }
}

function knownAs(text: string): { text: string; number: number } {
  return rememberedIn(texts, text, () => ({ text, number: texts.size }))
}

function rememberedIn<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
