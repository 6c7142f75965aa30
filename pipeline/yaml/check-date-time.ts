import { DateTime } from '../ast/small-types.ts'

/** `value` is the date as typed; otherwise what is wrong with it, and, where it can be told, how it should read. */
export type DateVerdict = { value: string } | { problem: 'no-zone' | 'not-a-date'; suggestion?: string }

/** RFC 3339 in loose spelling: date, `T` or a space, time with or without seconds, any zone or none. */
const loose = /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?\s*(?:([Zz])|([+-]\d{2}):?(\d{2})?)?$/

/**
 * Check a time against RFC 3339 with its zone (§5.6). A time without a zone is not guessed: the suggestion has the zone of
 * the publication at that time.
 */
export function checkDateTime(text: string, timezone: string): DateVerdict {
  if (DateTime.safeParse(text).success) return { value: text }
  const [, day, time = '00:00', seconds = ':00', utc, hours, minutes = '00'] = loose.exec(text) ?? []
  if (day === undefined) return { problem: 'not-a-date' }
  const local = `${day}T${time}${seconds}`
  const zone = utc ? 'Z' : hours ? `${hours}:${minutes}` : undefined
  const whole = `${local}${zone ?? offsetOf(local, timezone)}`
  const suggestion = DateTime.safeParse(whole).success ? { suggestion: whole } : {}
  return { problem: zone === undefined && suggestion.suggestion ? 'no-zone' : 'not-a-date', ...suggestion }
}

/** `+01:00`: how far the zone is from UTC at that time on its own clocks; empty where there is no such time. */
function offsetOf(local: string, timezone: string): string {
  const guess = Date.parse(`${local}Z`)
  if (Number.isNaN(guess)) return ''
  const first = offsetMinutes(guess, timezone)
  const minutes = offsetMinutes(guess - first * 60_000, timezone)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function offsetMinutes(time: number, timezone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000) / 60_000)
}
