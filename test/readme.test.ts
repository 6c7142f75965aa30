import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Publication } from '../pipeline/ast/publication.ts'
import { parseArticle } from '../pipeline/parse/parse-article.ts'
import { printDiagnostic } from '../pipeline/report/print-diagnostic.ts'
import { galley } from './support/run-galley.ts'

const home = join(import.meta.dirname, '..')
const publication: Publication = {
  name: 'The Harbour Post',
  url: 'https://harbourpost.example',
  language: 'en-GB',
  timezone: 'Europe/London',
  social: {},
  sections: [{ id: 'world', name: 'World' }],
  front: [],
}

describe('the README', () => {
  it('shows the help of the command as it is', async () => {
    const { stdout } = await galley(['publish', '--help'])
    expect(await readFile(join(home, 'README.md'), 'utf8')).toContain(stdout.trimEnd())
  })

  it('shows a story that an author may write as it stands', async () => {
    const story = /```markdown\n(---\n[\s\S]*?)```/.exec(await readFile(join(home, 'README.md'), 'utf8'))?.[1] ?? ''
    const { article, diagnostics } = parseArticle({ path: 'articles/port-strike.md', bytes: new TextEncoder().encode(story) }, { publication })
    expect(article?.headline).toBe('Port workers vote to end strike')
    expect(diagnostics).toEqual([])
  })

  it('shows a diagnostic as it is printed', async () => {
    const wrong = '---\nheadline: Ferry stays in port\npublished: 2026-05-04T08:00:00Z\ndateine: HERE\n---\nThe first boat.\n'
    const { diagnostics } = parseArticle({ path: 'articles/ferry.md', bytes: new TextEncoder().encode(wrong) }, { publication })
    const [firstLine = ''] = diagnostics.map((diagnostic) => printDiagnostic(diagnostic).split('\n')[0])
    expect(await readFile(join(home, 'README.md'), 'utf8')).toContain(firstLine)
    expect(firstLine).toContain('dateline')
  })
})
