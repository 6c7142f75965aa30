import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { printGitlab } from '../../pipeline/report/print-gitlab.ts'
import { diagnostic, oddities } from '../support/odd-diagnostics.ts'

/** What https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format asks for, all of it required. */
const CodeQuality = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({ path: z.string().regex(/^(?!\.\/|\/)/, 'relative, without ./'), lines: z.strictObject({ begin: z.int().min(1) }) }),
  }),
)

function print(...diagnostics: Diagnostic[]): z.infer<typeof CodeQuality> {
  const printed = printGitlab({ diagnostics, root: 'source' })
  // GitLab refuses a report that begins with a byte order mark.
  expect(printed.startsWith('[')).toBe(true)
  return CodeQuality.parse(JSON.parse(printed))
}

const fingerprints = (...diagnostics: Diagnostic[]): string[] => print(...diagnostics).map(({ fingerprint }) => fingerprint)

describe('a Code Quality report for GitLab', () => {
  it('has what GitLab asks for', () => {
    expect(print(diagnostic())).toMatchObject([
      { description: 'The picture "boat.jpg" has no alternative text. Say what it shows.', check_name: 'missing-alt', severity: 'critical', location: { path: 'source/articles/ferry.md', lines: { begin: 12 } } },
    ])
  })

  it.each([
    ['stops the publication', { scope: 'publication' }, 'blocker'],
    ['stops a story', {}, 'critical'],
    ['is a warning', { severity: 'warning' }, 'minor'],
  ] as const)('says how much it matters that something %s', (_what, more, severity) => {
    expect(print(diagnostic(more))[0]?.severity).toBe(severity)
  })

  it('puts what has no place at the beginning of the publication, because GitLab drops what is nowhere', () => {
    const { line: _line, column: _column, ...nowhere } = diagnostic()
    expect(print({ ...nowhere, file: '' })[0]?.location).toEqual({ path: 'source/publication.yml', lines: { begin: 1 } })
  })

  it.each(Object.entries(oddities))('holds %s as it is', (_what, text) => {
    const [issue] = print(diagnostic({ file: `articles/${text}.md`, reason: text, hint: '' }))
    expect([issue?.location.path, issue?.description]).toEqual([`source/articles/${text}.md`, text])
  })

  it('is an empty list where nothing is wrong', () => {
    expect(print()).toEqual([])
  })
})

describe('a fingerprint', () => {
  it('stays when lines are moved, also those that the words name', () => {
    const free = diagnostic({ rule: 'second-paywall', reason: 'The free part ends already in line 12.' })
    const page = diagnostic({ rule: 'amp/invalid', reason: 'sea/ferry/amp/index.html at 14:80 is not valid AMP.' })
    const moved = [{ ...free, line: 90, reason: 'The free part ends already in line 70.' }, { ...page, line: 91, reason: 'sea/ferry/amp/index.html at 15:2 is not valid AMP.' }]
    expect(fingerprints(...moved)).toEqual(fingerprints(free, page))
  })

  it('stays when other problems come and go', () => {
    expect(fingerprints(diagnostic({ rule: 'missing-date' }), diagnostic())[1]).toBe(fingerprints(diagnostic())[0])
  })

  it.each([
    ['rule', { rule: 'missing-date' }],
    ['file', { file: 'articles/gale.md' }],
    ['words', { reason: 'The picture "quay.jpg" has no alternative text.' }],
    ['format', { format: 'pdf' }],
  ] as const)('is another for another %s', (_what, more) => {
    expect(fingerprints(diagnostic(more))).not.toEqual(fingerprints(diagnostic()))
  })

  it('is each problem’s own where one is said twice of a file: GitLab shows the first of equals only', () => {
    expect(new Set(fingerprints(diagnostic(), diagnostic({ line: 30 }), diagnostic({ line: 31 }))).size).toBe(3)
  })

  it('has a fixed value, because GitLab compares branches that ran different versions of Galley', () => {
    expect(fingerprints(diagnostic())).toMatchInlineSnapshot(`
      [
        "23bfd6fce8180715a7513b75492df940",
      ]
    `)
  })
})
