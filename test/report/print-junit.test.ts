import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { printJunit } from '../../pipeline/report/print-junit.ts'
import { diagnostic, oddities } from '../support/odd-diagnostics.ts'

interface Case {
  name: string
  classname: string
  file?: string
  line?: string
  failures: { message: string; type: string; text: string }[]
  output: string
}

function print(stories: readonly string[], ...diagnostics: Diagnostic[]) {
  const xml = printJunit({ stories, diagnostics, root: 'source' })
  return { xml, ...read(xml) }
}

const named = (cases: readonly Case[], name: string): Case | undefined => cases.find((one) => one.name === name)

describe('JUnit XML', () => {
  it('has one case a story, and one for the newspaper', () => {
    const { cases, totals } = print(['gale', 'ferry'], diagnostic())
    expect(cases.map(({ name, classname }) => [classname, name])).toEqual([['newspaper', 'publication.yml'], ['stories', 'ferry'], ['stories', 'gale']])
    expect(totals).toEqual({ tests: '3', failures: '1', errors: '0', skipped: '0' })
  })

  it('fails a story with its errors and their places', () => {
    const { cases } = print(['ferry'], diagnostic(), diagnostic({ line: 40, rule: 'missing-date' }))
    expect(named(cases, 'ferry')).toMatchObject({ file: 'source/articles/ferry.md', line: '12', failures: [{ message: 'The picture "boat.jpg" has no alternative text. And 1 more.', type: 'missing-alt' }] })
    expect(named(cases, 'ferry')?.failures[0]?.text).toMatch(/at source\/articles\/ferry\.md:12:3[\s\S]+at source\/articles\/ferry\.md:40:3/)
  })

  it('lets a story with warnings pass, and shows them as its output', () => {
    const { cases, totals } = print(['ferry'], diagnostic({ severity: 'warning' }))
    expect(totals.failures).toBe('0')
    expect(named(cases, 'ferry')?.output).toContain('source/articles/ferry.md:12:3')
  })

  it('fails the newspaper for what is of no story', () => {
    const { story: _, ...ofNone } = diagnostic({ file: 'publication.yml', rule: 'unknown-rule' })
    expect(named(print(['ferry'], ofNone).cases, 'publication.yml')?.failures).toMatchObject([{ type: 'unknown-rule' }])
  })

  it('names a story that is not public only where it has an error of its own', () => {
    const { xml, cases } = print(['ferry'], diagnostic({ story: 'secret-merger', file: 'articles/secret-merger.md', rule: 'broken-yaml' }))
    expect(named(cases, 'secret-merger')?.failures).toHaveLength(1)
    expect(xml).toContain('classname="stories" name="ferry"')
    expect(print(['ferry'], diagnostic({ severity: 'warning', story: 'secret-merger', file: 'articles/secret-merger.md' })).cases.map(({ name }) => name)).toEqual(['publication.yml', 'ferry'])
  })

  it.each(Object.entries(oddities))('is well-formed and holds %s', (_what, text) => {
    const { cases } = print(['ferry'], diagnostic({ file: `articles/${text}.md`, reason: text, hint: '' }))
    const expected = readable(text)
    expect(named(cases, 'ferry')?.file).toBe(`source/articles/${expected}.md`.replaceAll(/\s+/g, ' '))
    expect(named(cases, 'ferry')?.failures[0]?.message).toBe(expected.replaceAll(/\s+/g, ' '))
    // XML 1.0 (2.11): a reader takes CR LF for one line end.
    expect(named(cases, 'ferry')?.failures[0]?.text).toContain(expected.replaceAll('\r\n', '\n'))
  })
})

/** What XML 1.0 cannot hold is shown by its picture or by the replacement character. */
function readable(text: string): string {
  return text.replace('\u0007', '␇').replace('\u001B', '␛').replace('\u0000', '␀').replace('\u007F', '␡').replace('\uFFFE', '\uFFFD').replace(/\uD83E(?![\uDC00-\uDFFF])/, '\uFFFD')
}

function read(xml: string): { cases: Case[]; totals: Record<string, string> } {
  const parser = new SaxesParser()
  const cases: Case[] = []
  let totals: Record<string, string> = {}
  let inside = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    inside = name
    if (name === 'testsuite') totals = Object.fromEntries(['tests', 'failures', 'errors', 'skipped'].map((key) => [key, attributes[key] ?? '']))
    if (name === 'testcase') cases.push({ name: '', classname: '', ...attributes, failures: [], output: '' })
    if (name === 'failure') cases.at(-1)?.failures.push({ message: attributes['message'] ?? '', type: attributes['type'] ?? '', text: '' })
  })
  parser.on('text', (text) => {
    const failure = cases.at(-1)?.failures.at(-1)
    if (inside === 'failure' && failure) failure.text += text
    const last = cases.at(-1)
    if (inside === 'system-out' && last) last.output += text
  })
  parser.write(xml).close()
  return { cases, totals }
}
