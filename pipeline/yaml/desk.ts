import type { Position } from '../ast/small-types.ts'
import type { Report } from '../contract/catalogue.ts'
import type { Written } from './written.ts'

/** What reading the keys of one file needs to know, and where it notes the place of each key. */
export interface Desk {
  file: string
  report: Report
  /** IANA zone, for the suggestion where a time has none. */
  timezone: string
  /** Filled while reading: `lead.src` -> where its value stands. */
  places: Record<string, Position>
}

/** Turns what was written under a key into what was meant; says what is wrong and gives nothing where that cannot be done. */
export type Reader<T> = (value: Written, path: string, desk: Desk) => T | undefined

/** Where a value begins, as a place for a diagnostic. */
export function placeOf(value: { position: Position }, { file }: Pick<Desk, 'file'>): { file: string; line: number; column: number } {
  const { line, column } = value.position.start
  return { file, line, column }
}
