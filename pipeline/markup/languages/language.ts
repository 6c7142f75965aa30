import type { Words } from '../../ast/story-view.ts'

/** The time on the clock in the publication’s zone, in numbers; months count from 1, hours from 0 to 23. */
export interface LocalTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

/**
 * What Galley says in one language. Dates are written by hand: `Intl` writes them differently from one release of ICU to
 * the next, and a page must not change when Node does.
 */
export interface Language {
  words: Words
  /** A date in full: `4 March 2026`. */
  day(time: LocalTime): string
  /** A time of day: `18:05`. */
  clock(time: LocalTime): string
  /** Date and time of day in one phrase. */
  moment(day: string, clock: string): string
}

/** Two digits: `05`. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** `18:05` */
export function clockWithColon({ hour, minute }: LocalTime): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

/** `4 March 2026`, in the given names of the months. */
export function dayMonthYear(months: readonly string[]): Language['day'] {
  return ({ day, month, year }) => `${day} ${months[month - 1]} ${year}`
}

/** `…, 18:05` */
export function withComma(day: string, clock: string): string {
  return `${day}, ${clock}`
}
