import type { Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { refusal, type Outcome } from '../../pipeline/contract/outcome.ts'
import { printJobPage, printProblemsPage } from '../../pipeline/report/print-job-page.ts'
import { diagnostic, oddities } from '../support/odd-diagnostics.ts'

const outcome: Outcome = {
  exitCode: 1,
  stories: { published: 12, failed: 1, held: 2, removed: 3 },
  nextRelease: '2026-11-24T06:00:00.000Z',
  files: 80,
  bytes: 1_000_000,
  milliseconds: [{ format: 'html', title: 'HTML', render: 1500, validate: 250 }],
  work: [{ format: 'html', title: 'HTML', drawn: 4, recalled: 8 }],
  checks: [{ name: 'html-validate', version: '10.17.0', level: 'always', verdicts: { passed: 11, warnings: 0, failed: 1, 'not-checked': 0 } }],
  browsers: [{ name: 'Chromium 147.0.0 (bundled)', sandbox: 'on' }],
  coverage: { written: 10, found: 10, files: 12 },
  totalMilliseconds: 2000,
  diagnostics: [diagnostic(), diagnostic({ severity: 'info', rule: 'not-carried' })],
}

/** The page as GitHub reads it: tables as rows of cells, everything else as words. */
function read(markdown: string): (string | string[][])[] {
  const root: Root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return root.children.map((node: RootContent) => (node.type === 'table' ? rows(node) : toString(node)))
}

function rows({ children }: Table): string[][] {
  return children.map((row) => row.children.map((cell) => toString(cell)))
}

describe('the page of a job', () => {
  it('tells the verdict, the stories, the next release, formats, judges and problems', () => {
    expect(read(printJobPage(outcome, 'source'))).toEqual([
      'Published, and not all is well',
      [['Stories published', 'With errors, left as they were', 'Held', 'Removed'], ['12', '1', '2', '3']],
      'The next story can be published from 2026-11-24T06:00:00.000Z.',
      'Formats',
      [['Format', 'Drawn', 'From the cache', 'Drawing', 'Checking'], ['HTML', '4', '8', '1.5 s', '0.3 s']],
      'Judges',
      [['Judge', 'Version', 'Accepted', 'With warnings', 'Refused', 'Not checked'], ['html-validate', '10.17.0', '11', '0', '1', '0']],
      'Problems',
      [['', 'Where', 'What', 'Rule'], ['error', 'source/articles/ferry.md:12:3', 'The picture "boat.jpg" has no alternative text. Say what it shows.', 'missing-alt']],
    ])
  })

  it('of a run that touched nothing tells why, and no numbers', () => {
    expect(read(printJobPage(refusal([diagnostic({ file: '', rule: 'unknown-format', reason: 'Unknown format "pfd".', hint: '' })]), 'source'))).toMatchObject([
      'Nothing was published; nothing was touched',
      'Problems',
      [['', 'Where', 'What', 'Rule'], ['error', '', 'Unknown format "pfd".', 'unknown-format']],
    ])
  })

  it.each(Object.entries(oddities))('shows %s as words in one cell', (_what, text) => {
    const problems = read(printJobPage({ ...outcome, diagnostics: [diagnostic({ file: `articles/${text}.md`, reason: text, hint: '' })] }, '')).at(-1)
    const shown = text.replaceAll(/\s+/g, ' ').replace('\u0007', '␇').replace('\u001B', '␛').replace('\u0000', '␀').replace('\u007F', '␡')
    expect(problems).toEqual([expect.anything(), ['error', `articles/${shown}.md:12:3`, shown.trim(), 'missing-alt']])
  })

  it('of a command that only looks has a title and the problems', () => {
    expect(read(printProblemsPage('Checked', [diagnostic()], ''))).toMatchObject(['Checked', 'Problems', [['', 'Where', 'What', 'Rule'], ['error', 'articles/ferry.md:12:3', expect.anything(), 'missing-alt']]])
  })

  it('stays far below the mebibyte that GitHub gives it, and says what it leaves out', () => {
    const page = printJobPage({ ...outcome, diagnostics: Array.from({ length: 5000 }, (_, line) => diagnostic({ line })) }, '')
    expect(Buffer.byteLength(page)).toBeLessThan(512 * 1024)
    expect(page).toContain('And 4700 more')
  })
})
