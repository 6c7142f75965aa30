import { DateTime } from '../ast/small-types.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { entryOf, type WrittenMap, type WrittenText } from '../yaml/written.ts'
import type { FrontMatter } from './article-keys.ts'

/** A story is published, then corrected and updated: report each time that says otherwise. */
export function checkTimes({ published, updated }: FrontMatter, map: WrittenMap, desk: Desk): void {
  const corrections = correctionDates(map)
  for (const date of corrections) {
    if (isBefore(date.value, published)) desk.report('correction-before-published', placeOf(date, desk), { correction: date.value, published })
  }
  const written = entryOf(map, 'updated')?.value
  if (written === undefined || updated === undefined) return
  if (isBefore(updated, published)) desk.report('updated-before-published', placeOf(written, desk), { published, updated })
  const [newest] = corrections.map(({ value }) => value).sort((a, b) => Date.parse(b) - Date.parse(a))
  if (isBefore(updated, newest)) desk.report('updated-before-correction', placeOf(written, desk), { updated, correction: newest })
}

function isBefore(time: string, other: string | undefined): other is string {
  return other !== undefined && Date.parse(time) < Date.parse(other)
}

/** The dates of corrections as they were written, those that cannot be read left out. */
function correctionDates(map: WrittenMap): WrittenText[] {
  const list = entryOf(map, 'corrections')?.value
  if (list?.kind !== 'list') return []
  const dates = list.items.flatMap((item) => (item.kind === 'map' ? (entryOf(item, 'date')?.value ?? []) : []))
  return dates.filter((date): date is WrittenText => date.kind === 'text' && DateTime.safeParse(date.value).success)
}
