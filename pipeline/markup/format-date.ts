import type { Moment } from '../ast/story-view.ts'
import { clockWithColon, withComma, type Language, type LocalTime } from './languages/language.ts'
import { spoken } from './words.ts'

/**
 * A point in time for readers: `4 March 2026, 18:05`, in the language and the zone given.
 *
 * @param iso RFC 3339 date and time with its zone
 * @param language BCP 47
 * @param timezone IANA
 */
export function formatMoment(iso: string, language: string, timezone: string): Moment {
  const dates = datesOf(language)
  const time = localTime(iso, timezone)
  return { iso, text: dates.moment(dates.day(time), dates.clock(time)) }
}

/** Its date: `4 March 2026`. */
export function formatDay(iso: string, language: string, timezone: string): Moment {
  return { iso, text: datesOf(language).day(localTime(iso, timezone)) }
}

/** Its time of day: `18:05`. */
export function formatClock(iso: string, language: string, timezone: string): Moment {
  return { iso, text: datesOf(language).clock(localTime(iso, timezone)) }
}

function localTime(iso: string, timezone: string): LocalTime {
  const parts = new Map(clockOf(timezone).formatToParts(new Date(iso)).map(({ type, value }) => [type, Number(value)]))
  const part = (type: keyof LocalTime) => parts.get(type) ?? Number.NaN
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Made once for each zone: to make one takes a hundred times as long as to read it. */
function clockOf(timezone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timezone) ?? new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', timeZone: timezone,
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  })
  clocks.set(timezone, clock)
  return clock
}

function datesOf(language: string): Pick<Language, 'day' | 'clock' | 'moment'> {
  return spoken(language) ?? { day: (time) => unspokenDay(time, language), clock: clockWithColon, moment: withComma }
}

/** In a language that has no table here, the date as `Intl` knows it: right, though its wording may change with Node. */
function unspokenDay({ year, month, day }: LocalTime, language: string): string {
  const format = new Intl.DateTimeFormat(language, { calendar: 'gregory', timeZone: 'UTC', dateStyle: 'long' })
  return format.format(new Date(Date.UTC(year, month - 1, day)))
}
