import type { Position } from '../ast/small-types.ts'

type Point = Position['start']

/** What a person wrote in YAML, with its places: text is exactly as typed, keys keep their order. */
export type Written = WrittenText | WrittenList | WrittenMap

/** A value that is text, as everything is that is neither list nor map. */
export interface WrittenText {
  kind: 'text'
  value: string
  position: Position
  /** Without quotes, so that words like `true` may be meant as such where options are typed. */
  plain: boolean
  /** Where a character of `value` stands in the file. */
  pointAt: (index: number) => Point
  /** Set where YAML took the end of the line for a comment. */
  cut?: LostWords
}

/** A list in the order in which it was written. */
export interface WrittenList {
  kind: 'list'
  /** The source, where it is on one line: what looks like a list may have been meant as text. */
  typed?: string
  items: Written[]
  position: Position
}

/** Keys and values in the order in which they were written; a key stands there once. */
export interface WrittenMap {
  kind: 'map'
  /** As for a list. */
  typed?: string
  entries: WrittenEntry[]
  position: Position
}

/** One key with its value. */
export interface WrittenEntry {
  key: string
  keyPosition: Position
  value: Written
}

/** Words that YAML would drop, and the line as it should be. */
export interface LostWords {
  words: string
  line: string
  at: Point
}

/** How a value is called in a reason. */
export function shapeName(value: Written): string {
  return { text: 'text', list: 'a list', map: 'keys and values' }[value.kind]
}

/** The value under a key, if it was written. */
export function entryOf(map: WrittenMap, key: string): WrittenEntry | undefined {
  return map.entries.find((entry) => entry.key === key)
}

/** True for `key:` with nothing after it, which counts as not written. */
export function isBlank(value: Written): boolean {
  return value.kind === 'text' && value.plain && value.value === ''
}
