import { describe, expect, it } from 'vitest'
import { refusal, type Outcome } from '../../pipeline/contract/outcome.ts'
import { paint } from '../../pipeline/report/paint.ts'
import { printSummary } from '../../pipeline/report/print-summary.ts'

type Judged = Outcome['checks'][number]
const accepted: Judged['verdicts'] = { passed: 3, warnings: 0, failed: 0, 'not-checked': 0 }

/** The lines that tell who judged. */
function linesOf(checks: Judged[]): string[] {
  const text = printSummary({ ...refusal([]), exitCode: 0, checks }, { root: 'source', out: 'dist', paint: paint.plain })
  return text.split('\n').filter((line) => line.startsWith('  '))
}

const said = (...browsers: Outcome['browsers']): string => printSummary({ ...refusal([]), exitCode: 0, browsers }, { root: 'source', out: 'dist', paint: paint.plain })

describe('the summary of a run with --check full', () => {
  it('tells of each judge what it said and how long it took, one below the other', () => {
    expect(linesOf([
      { name: 'axe-core', version: '4.14.1, Chromium 147.0.0 (bundled)', level: 'full', verdicts: accepted, milliseconds: 2140 },
      { name: 'PDF check', version: '0.1.0', level: 'always', verdicts: { ...accepted, passed: 2, failed: 1 } },
    ])).toEqual([
      '  axe-core 4.14.1, Chromium 147.0.0 (bundled)  3 accepted, in 2.1 s',
      '  PDF check 0.1.0                              2 accepted, 1 refused',
    ])
  })

  it('tells no time of a judge that is not on the machine', () => {
    expect(linesOf([
      { name: 'PDF check', version: '0.1.0', level: 'always', verdicts: accepted },
      { name: 'EPUBCheck', level: 'full', verdicts: { ...accepted, passed: 0, 'not-checked': 3 }, milliseconds: 4 },
    ])[1]).toBe('  EPUBCheck        3 not checked')
  })
})

describe('the summary of a run that has started a browser', () => {
  const name = 'Chromium 147.0.0 (bundled)'

  it.each([
    ['root', 'because Chromium has none for root.'],
    ['refused', 'because it did not start in one.'],
  ] as const)('says that it had no sandbox, and why: %s', (sandbox, why) => {
    expect(said({ name, sandbox })).toContain(`${name} ran without its sandbox, ${why}`)
  })

  it('says nothing of one that had', () => expect(said({ name, sandbox: 'on' })).not.toContain('sandbox'))
})
