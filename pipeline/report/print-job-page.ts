import type { PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Outcome } from '../contract/outcome.ts'
import { placeInRepository, printPlace } from './place-in-repository.ts'
import { problemsOf } from './problems.ts'
import { visible } from './visible.ts'

/** A job's page holds 1 MiB for each step; more problems than this nobody reads there, and `--json` has all of them. */
const mostProblems = 300

/** The outcome of a run as a page in GitHub’s Markdown: the verdict, stories, formats, judges, and every problem with its place. */
export function printJobPage(outcome: Outcome, root: string): string {
  const numbers = outcome.exitCode === 2 ? [] : run(outcome)
  return print([heading(2, verdictOf(outcome)), ...numbers, ...problems(outcome.diagnostics, root)])
}

/** The page of a command that finds problems and makes nothing. */
export function printProblemsPage(title: string, diagnostics: readonly Diagnostic[], root: string): string {
  return print([heading(2, title), ...problems(diagnostics, root)])
}

function print(children: RootContent[]): string {
  return `${toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown()] })}\n`
}

function verdictOf({ exitCode }: Outcome): string {
  return { 0: 'Published', 1: 'Published, and not all is well', 2: 'Nothing was published; nothing was touched' }[exitCode]
}

function run({ stories, nextRelease, milliseconds, work, checks }: Outcome): RootContent[] {
  const times = new Map(milliseconds.map((time) => [time.format, time]))
  return [
    table([['Stories published', 'With errors, left as they were', 'Held', 'Removed'], [stories.published, stories.failed, stories.held, stories.removed].map(String)]),
    ...(nextRelease === undefined ? [] : [paragraph(`The next story can be published from ${nextRelease}.`)]),
    ...section('Formats', ['Format', 'Drawn', 'From the cache', 'Drawing', 'Checking'], work.map(({ format, title, drawn, recalled }) => [title, String(drawn), String(recalled), seconds(times.get(format)?.render), seconds(times.get(format)?.validate)])),
    ...section('Judges', ['Judge', 'Version', 'Accepted', 'With warnings', 'Refused', 'Not checked'], checks.map(({ name, version = '', verdicts: { passed, warnings, failed, 'not-checked': not } }) => [name, version, ...[passed, warnings, failed, not].map(String)])),
  ]
}

function problems(diagnostics: readonly Diagnostic[], root: string): RootContent[] {
  const found = problemsOf(diagnostics)
  const rows = found.slice(0, mostProblems).map((diagnostic) => rowOf(diagnostic, root))
  const rest = found.length - rows.length
  return [...section('Problems', ['', 'Where', 'What', 'Rule'], rows), ...(rest > 0 ? [paragraph(`And ${rest} more, which --json has.`)] : [])]
}

function rowOf(diagnostic: Diagnostic, root: string): Cell[] {
  const { severity, rule, reason, hint } = diagnostic
  const place = placeInRepository(diagnostic, root)
  // Places are no code: a span of code in a table cannot hold every name that a file may have.
  return [severity, place === undefined ? '' : printPlace(place), [reason, hint].filter(Boolean).join(' '), code(rule)]
}

type Cell = string | PhrasingContent

function section(title: string, head: readonly string[], rows: readonly Cell[][]): RootContent[] {
  return rows.length === 0 ? [] : [heading(3, title), table([head, ...rows])]
}

function table(rows: readonly (readonly Cell[])[]): RootContent {
  return { type: 'table', children: rows.map((cells) => ({ type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [typeof cell === 'string' ? text(cell) : cell] })) })) }
}

function heading(depth: 2 | 3, words: string): RootContent {
  return { type: 'heading', depth, children: [text(words)] }
}

function paragraph(words: string): RootContent {
  return { type: 'paragraph', children: [text(words)] }
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value: onOneLine(value) }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: onOneLine(value) }
}

/** A cell of a table is one line. */
function onOneLine(value: string): string {
  return visible(value).replaceAll(/\s+/g, ' ')
}

function seconds(milliseconds = 0): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
