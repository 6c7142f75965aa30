import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { printGithub } from '../../pipeline/report/print-github.ts'
import { visible } from '../../pipeline/report/visible.ts'
import { diagnostic, oddities } from '../support/odd-diagnostics.ts'

const print = (...diagnostics: Diagnostic[]): string => printGithub({ diagnostics, root: 'source' })

describe('annotations for GitHub', () => {
  it('stand at file, line and column from the root of the repository, with the rule as title', () => {
    expect(print(diagnostic())).toBe('::error file=source/articles/ferry.md,line=12,col=3,title=missing-alt::The picture "boat.jpg" has no alternative text.%0ASay what it shows.\n')
  })

  it('are errors and warnings, as on the terminal; what is only information is left out', () => {
    const lines = print(diagnostic(), diagnostic({ severity: 'warning' }), diagnostic({ severity: 'info' })).split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', ''])
  })

  it.each([
    ['a newspaper at the top of its repository', '', 'articles/ferry.md'],
    ['a newspaper some folders down', 'papers/post/source', 'papers/post/source/articles/ferry.md'],
  ])('name the file for %s', (_what, root, file) => {
    expect(parseCommand(printGithub({ diagnostics: [diagnostic()], root })).file).toBe(file)
  })

  it('have no place where there is none', () => {
    const { file: _file, line: _line, column: _column, ...nowhere } = diagnostic({ rule: 'unknown-format' })
    expect(print({ ...nowhere, file: '' })).toMatch(/^::error title=unknown-format::/)
  })

  it('name related places', () => {
    expect(print(diagnostic({ related: [{ file: 'articles/gale.md', line: 4 }] }))).toContain('%0ASee source/articles/gale.md:4\n')
  })

  it.each(Object.entries(oddities))('hold %s as it is, on one line, in the file’s name and in the words', (_what, text) => {
    const printed = print(diagnostic({ file: `articles/${text}.md`, reason: text, hint: '' }))
    expect(printed.match(/[\r\n]/g)).toEqual(['\n'])
    expect(parseCommand(printed)).toEqual({ command: 'error', file: visible(`source/articles/${text}.md`), line: '12', col: '3', title: 'missing-alt', message: visible(text) })
  })

  it('are nothing where nothing is wrong', () => {
    expect(print()).toBe('')
  })
})

/** Read a command as GitHub’s runner does (actions/runner, src/Runner.Common/ActionCommand.cs, TryParseV2). */
function parseCommand(printed: string): Record<string, string> {
  const [, head = '', message = ''] = /^::(.*?)::(.*)\n$/s.exec(printed) ?? []
  const [command = '', ...rest] = head.split(' ')
  const properties = rest.join(' ').trim().split(',').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1), true)])
  return { command, ...(Object.fromEntries(properties) as Record<string, string>), message: unescape(message, false) }
}

function unescape(text: string, isProperty: boolean): string {
  const whole = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  return (isProperty ? whole.replaceAll('%3A', ':').replaceAll('%2C', ',') : whole).replaceAll('%25', '%')
}
