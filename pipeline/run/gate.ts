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
  const opens = [embargo?.until, published].filter((time) => time !== undefined).map((time) => Date.parse(time))
  const lifts = Math.max(...opens)
  if (!(lifts > now)) return { isPublic: true }
  return { isPublic: false, why: embargo?.until && Date.parse(embargo.until) > now ? 'embargo' : 'future', lifts }
}
