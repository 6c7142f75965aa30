import type { GateFacts } from '../parse/gate-facts.ts'

/** `lifts` is when time alone would make it public, in milliseconds since 1970. */
export type Verdict = { isPublic: true } | { isPublic: false; why: HeldBecause; lifts?: number }
/** Why a story is not public. */
export type HeldBecause = 'draft' | 'withheld' | 'canceled' | 'embargo' | 'expired' | 'future' | 'unreadable'

/**
 * Judge one story at one moment (milliseconds since 1970). What cannot be read is held: to print an embargoed story is
 * worse than to print one late.
 */
export function judge(facts: GateFacts, now: number): Verdict {
  const { status, embargo, expires, published } = facts
  if (status === 'unreadable' || embargo === 'unreadable' || expires === 'unreadable') return { isPublic: false, why: 'unreadable' }
  if (status !== 'usable') return { isPublic: false, why: status }
  if (expires !== undefined && Date.parse(expires) <= now) return { isPublic: false, why: 'expired' }
  if (embargo && embargo.until === undefined) return { isPublic: false, why: 'embargo' }
  const lifts = opening({ embargo, published })
  if (!(lifts > now)) return { isPublic: true }
  return { isPublic: false, why: embargo?.until && Date.parse(embargo.until) > now ? 'embargo' : 'future', lifts }
}

/**
 * Whether a killed story was ever public, as far as its file tells: its date has come, its embargo is over, and it was not retracted before
 * that. Of all others nothing may be known, not even that they were killed.
 */
export function wasPublic({ embargo, published }: GateFacts, now: number, retracted?: string): boolean {
  if (published === undefined || embargo === 'unreadable' || (embargo && embargo.until === undefined)) return false
  const opened = opening({ embargo, published })
  return opened <= now && (retracted === undefined || opened <= Date.parse(retracted))
}

/** When time alone makes a story public; of one without dates, since ever. */
function opening({ embargo, published }: { embargo?: { until?: string } | undefined; published?: string | undefined }): number {
  return Math.max(...[embargo?.until, published].filter((time) => time !== undefined).map((time) => Date.parse(time)))
}
