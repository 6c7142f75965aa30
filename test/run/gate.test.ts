import { describe, expect, it } from 'vitest'
import type { GateFacts } from '../../pipeline/parse/gate-facts.ts'
import { judge, type Verdict } from '../../pipeline/run/gate.ts'

const noon = '2026-11-23T12:00:00Z'
const before = '2026-11-23T11:59:59Z'
const after = '2026-11-23T12:00:01Z'
const lifts = Date.parse(after)

const cases: Record<string, [facts: Partial<GateFacts>, verdict: Verdict]> = {
  'a usable story without dates is public': [{}, { isPublic: true }],
  'a draft is held': [{ status: 'draft' }, { isPublic: false, why: 'draft' }],
  'a withheld story is held': [{ status: 'withheld' }, { isPublic: false, why: 'withheld' }],
  'a killed story is held': [{ status: 'canceled' }, { isPublic: false, why: 'canceled' }],
  'a status that cannot be read holds': [{ status: 'unreadable' }, { isPublic: false, why: 'unreadable' }],
  'an embargo that cannot be read holds': [{ embargo: 'unreadable' }, { isPublic: false, why: 'unreadable' }],
  'an end that cannot be read holds': [{ expires: 'unreadable' }, { isPublic: false, why: 'unreadable' }],
  'an embargo without an end holds, and time does not lift it': [{ embargo: {}, published: before }, { isPublic: false, why: 'embargo' }],
  'an embargo holds until its moment': [{ embargo: { until: after } }, { isPublic: false, why: 'embargo', lifts }],
  'an embargo lifts at its moment, not after it': [{ embargo: { until: noon } }, { isPublic: true }],
  'a moment is the same in every zone': [{ embargo: { until: '2026-11-24T01:00:00+13:00' } }, { isPublic: true }],
  'a date of publication to come holds': [{ published: after }, { isPublic: false, why: 'future', lifts }],
  'a date of publication opens at its moment': [{ published: noon }, { isPublic: true }],
  'a lifted embargo does not open what is dated later': [{ embargo: { until: before }, published: after }, { isPublic: false, why: 'future', lifts }],
  'an embargo holds what is dated earlier': [{ embargo: { until: after }, published: before }, { isPublic: false, why: 'embargo', lifts }],
  'a story ends at the moment when it expires': [{ expires: noon }, { isPublic: false, why: 'expired' }],
  'a story stands until it expires': [{ expires: after }, { isPublic: true }],
  'what has expired is not announced for later': [{ expires: before, embargo: { until: after } }, { isPublic: false, why: 'expired' }],
  'a draft under embargo is a draft': [{ status: 'draft', embargo: { until: after } }, { isPublic: false, why: 'draft' }],
}

describe('the gate at noon', () => {
  for (const [name, [facts, verdict]] of Object.entries(cases)) {
    it(`knows: ${name}`, () => {
      expect(judge({ status: 'usable', ...facts }, Date.parse(noon))).toEqual(verdict)
    })
  }
})
