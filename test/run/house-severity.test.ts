import { describe, expect, it } from 'vitest'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { withHouseSeverity, type HouseRules } from '../../pipeline/run/house-severity.ts'

const file = 'articles/ferry.md'

/** An error at line 9, a fixed error at line 9, and an error without a line. */
function threeDiagnostics(): Diagnostic[] {
  const list: Diagnostic[] = []
  const report = reportInto(list)
  report('missing-alt', { file, line: 9, column: 1 }, { path: 'boat.jpg' })
  report('duplicate-slug', { file, line: 9, column: 1 }, { slug: 'ferry', other: 'articles/old/ferry.md' })
  report('missing-alt', { file }, { path: 'boat.jpg' })
  return list
}

function judged(house: Partial<HouseRules>): string[] {
  return withHouseSeverity(threeDiagnostics(), { rules: {}, allowances: [], ...house }).map(({ rule, line, severity }) => `${line ?? '-'} ${severity} ${rule}`)
}

const allowed = (rule: string, from: number, to: number) => ({ allowances: [{ rule, reason: 'Seen by the desk.', from, to }] })
const untouched = judged({})

describe('the newsroom’s own severities', () => {
  it('leave alone what they do not name', () => {
    expect(untouched).toEqual(['9 error missing-alt', '9 error duplicate-slug', '- error missing-alt'])
  })

  it('replace that of a rule wherever it is said', () => {
    expect(judged({ rules: { 'missing-alt': 'warning' } })).toEqual(['9 warning missing-alt', '9 error duplicate-slug', '- warning missing-alt'])
  })

  it('can turn a rule off', () => {
    expect(judged({ rules: { 'missing-alt': 'off' } })).toEqual(['9 error duplicate-slug'])
  })

  it('never touch a rule of embargo, status, labels, ids or safety', () => {
    expect(judged({ rules: { 'duplicate-slug': 'off' } })).toEqual(untouched)
  })
})

describe('an allowance', () => {
  it('silences its rule on the lines of its block, first and last included', () => {
    expect(judged(allowed('missing-alt', 9, 12))).toEqual(['9 error duplicate-slug', '- error missing-alt'])
    expect(judged(allowed('missing-alt', 7, 9))).toEqual(['9 error duplicate-slug', '- error missing-alt'])
  })

  it('says nothing of other lines', () => {
    expect(judged(allowed('missing-alt', 10, 12))).toEqual(untouched)
    expect(judged(allowed('missing-alt', 1, 8))).toEqual(untouched)
  })

  it('says nothing of other rules, and fixed ones cannot be silenced', () => {
    expect(judged(allowed('empty-heading', 1, 20))).toEqual(untouched)
    expect(judged(allowed('duplicate-slug', 1, 20))).toEqual(untouched)
  })

  it('outweighs a severity of the newsroom’s own', () => {
    expect(judged({ rules: { 'missing-alt': 'info' }, ...allowed('missing-alt', 9, 9) })).toEqual(['9 error duplicate-slug', '- info missing-alt'])
  })
})
