import type { Severity } from '../ast/publication.ts'
import { catalogue, ruleOf } from '../contract/catalogue.ts'
import { nearestName } from '../contract/nearest.ts'
import { formed, type FormedReader } from '../yaml/described.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { oneOf } from '../yaml/readers.ts'
import { shapeName, type WrittenEntry } from '../yaml/written.ts'

const severities = ['error', 'warning', 'info', 'off'] as const
const severity = oneOf(severities)

/** The newsroom's own severities by rule id. Ids that begin with `house/`, and a format's outside ids, are taken as they are. */
export const ruleSeverities: FormedReader<Record<string, Severity | 'off'>> = formed('ids of rules with a severity each, as `{ straight-quotes: error }`', (value, path, desk) => {
  if (value.kind !== 'map') {
    desk.report('wrong-shape', placeOf(value, desk), { key: path, expected: 'keys and values', found: shapeName(value), example: 'rules: { raw-html: error }' })
    return undefined
  }
  return Object.fromEntries(value.entries.flatMap((entry) => readRule(entry, path, desk)))
})

function readRule({ key, keyPosition, value }: WrittenEntry, path: string, desk: Desk): [string, Severity | 'off'][] {
  const place = placeOf({ position: keyPosition }, desk)
  const rule = ruleOf(key)
  if (!rule && !isOutsideId(key)) {
    desk.report('unknown-rule', place, { rule: key, nearest: nearestName(key, Object.keys(catalogue)) })
    return []
  }
  const chosen = severity(value, `${path}.${key}`, desk)
  if (!chosen) return []
  if (rule?.fixed && severities.indexOf(chosen) > severities.indexOf(rule.severity)) {
    desk.report('fixed-rule', placeOf(value, desk), { rule: key, severity: chosen })
  }
  return [[key, chosen]]
}

/** `house/…`, or `<format>/…` as a validator calls it (`epub/RSC-005`), unless it is a slip of one of our own ids. */
function isOutsideId(id: string): boolean {
  if (id.startsWith('house/')) return true
  const [format] = id.split('/')
  const own = Object.keys(catalogue).filter((known) => known.startsWith(`${format}/`))
  return id.includes('/') && own.length > 0 && nearestName(id.slice(id.indexOf('/') + 1), own.map((known) => known.slice(known.indexOf('/') + 1))) === undefined
}
