import type { ParsedArticle } from '../ast/article.ts'
import type { Report } from '../contract/catalogue.ts'
import { readAllowance } from './allowance.ts'

/**
 * Rules that comments of the front matter silence: `# allow small-picture: reason` on a line of its own, for the key on the next
 * line and all that is indented below it.
 */
export function frontAllowances(yaml: string, file: string, report: Report): ParsedArticle['allowances'] {
  const lines = yaml.split('\n')
  return lines.flatMap((line, index) => {
    const [, indent, words] = /^(\s*)#(.*)$/.exec(line) ?? []
    if (indent === undefined || words === undefined) return []
    return readAllowance({ words, place: { file, line: index + 1, column: indent.length + 1 }, lines: entryBehind(lines, index) }, report) ?? []
  })
}

function entryBehind(lines: readonly string[], comment: number): { from: number; to: number } | undefined {
  const start = lines.findIndex((line, index) => index > comment && !/^\s*(#|$)/.test(line))
  if (start === -1) return undefined
  const depth = depthOf(lines[start])
  // The items of a list may stand as far out as their key.
  const end = lines.findIndex((line, index) => index > start && line.trim() !== '' && depthOf(line) <= depth && !/^\s*- /.test(line))
  return { from: start + 1, to: end === -1 ? lines.length : end }
}

function depthOf(line = ''): number {
  return line.length - line.trimStart().length
}
