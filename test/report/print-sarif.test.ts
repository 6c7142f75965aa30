import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { Log, Result, Run } from 'sarif'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { printSarif } from '../../pipeline/report/print-sarif.ts'
import { diagnostic, oddities } from '../support/odd-diagnostics.ts'

/** The schema that the committee has published, as Microsoft’s package brings it. */
const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object
// One of its patterns is no regular expression in the strict dialect.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats(ajv)
const validate = ajv.compile<Log>(schema)

function print(...diagnostics: Diagnostic[]): { run: Run; results: Result[] } {
  const log: unknown = JSON.parse(printSarif({ diagnostics, root: 'source', version: '1.2.3' }))
  const isValid = validate(log)
  expect(validate.errors).toBeNull()
  if (!isValid) throw new Error('The log is not valid.')
  const [run] = log.runs
  if (run === undefined) throw new Error('The log has no run.')
  return { run, results: run.results ?? [] }
}

describe('a SARIF log', () => {
  it('keeps the published schema, which can refuse', () => {
    expect(print(diagnostic()).results).toHaveLength(1)
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false)
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: {}, level: 'fatal' }] }] })).toBe(false)
  })

  it('has the whole catalogue of rules with descriptions and levels', () => {
    const { name, version, rules = [] } = print().run.tool.driver
    expect([name, version]).toEqual(['Galley', '1.2.3'])
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(catalogue))
    expect(rules.find(({ id }) => id === 'missing-alt')).toMatchObject({ fullDescription: { text: catalogue['missing-alt'].description }, defaultConfiguration: { level: 'error' } })
    expect(rules.filter(({ shortDescription }) => !shortDescription?.text)).toEqual([])
  })

  it('points from each result to its rule, also to one that only the newsroom knows', () => {
    const { run, results } = print(diagnostic(), diagnostic({ rule: 'house/no-exclamation' }))
    expect(results.map(({ ruleId, ruleIndex = -1 }) => [ruleId, run.tool.driver.rules?.[ruleIndex]?.id])).toEqual([['missing-alt', 'missing-alt'], ['house/no-exclamation', 'house/no-exclamation']])
  })

  it('says where, from the root of the repository', () => {
    const [result] = print(diagnostic({ related: [{ file: 'articles/gale.md', line: 4 }] })).results
    expect(result?.locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'source/articles/ferry.md', uriBaseId: '%SRCROOT%' }, region: { startLine: 12, startColumn: 3 } } }])
    expect(result?.relatedLocations).toEqual([{ id: 0, physicalLocation: { artifactLocation: { uri: 'source/articles/gale.md', uriBaseId: '%SRCROOT%' }, region: { startLine: 4 } } }])
  })

  it('places what has no place in the publication, because GitHub drops results that are nowhere', () => {
    const { line: _line, column: _column, ...nowhere } = diagnostic()
    expect(print({ ...nowhere, file: '' }).results[0]?.locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'source/publication.yml', uriBaseId: '%SRCROOT%' } } }])
  })

  it.each([
    ['an error', {}, { level: 'error' }],
    ['a warning', { severity: 'warning' }, { level: 'warning' }],
    ['an information', { severity: 'info' }, { level: 'note' }],
    ['a rule that the newsroom has lowered', { severity: 'warning', rule: 'missing-alt' }, { level: 'warning' }],
    ['what a format cannot carry, which is nobody’s fault', { severity: 'info', rule: 'not-carried' }, { kind: 'informational', level: 'none' }],
  ] as const)('has a level for %s', (_what, more, expected) => {
    expect(print(diagnostic(more)).results[0]).toMatchObject(expected)
  })

  it('is known again by a fingerprint that does not depend on lines', () => {
    const [here, moved] = [12, 99].map((line) => print(diagnostic({ line })).results[0]?.partialFingerprints)
    expect(here).toEqual(moved)
    expect(Object.keys(here ?? {})).toEqual(['galley/v1'])
  })

  it.each(Object.entries(oddities))('holds %s, with the file’s name as a URI', (what, text) => {
    // A name on a disk is whole letters, and has no null.
    const name = what === 'half of a letter' ? 'duck' : text
    const [result] = print(diagnostic({ file: `articles/${name}.md`, reason: text, hint: '' })).results
    const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''
    expect(uri).toMatch(/^[\w.~!*'()%/-]+$/)
    expect(decodeURIComponent(uri)).toBe(`source/articles/${name}.md`)
    expect(result?.message.text).toBe(text)
  })
})
