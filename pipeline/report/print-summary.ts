import type { Severity } from '../ast/publication.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Paint } from './paint.ts'
import { printDiagnostic } from './print-diagnostic.ts'

/** How a summary names files, and in which colours. */
export interface SummarySettings {
  /** Put before the paths of stories. */
  root: string
  /** Where the files are. */
  out: string
  paint: Paint
}

/** The end of a run as an editor reads it: what is wrong first, then what stands, the verdict last. */
export function printSummary(outcome: Outcome, { root, out, paint: paints }: SummarySettings): string {
  const told = outcome.diagnostics.filter(({ severity }) => severity !== 'info')
  const problems = told.map((diagnostic) => printDiagnostic(diagnostic, root, paints))
  const blocks = outcome.exitCode === 2 ? [...problems, verdict(outcome, out, paints)] : [...problems, table(outcome, paints), explained(outcome), verdict(outcome, out, paints)]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function table({ milliseconds }: Outcome, paints: Paint): string {
  if (milliseconds.length === 0) return ''
  const rows = milliseconds.map(({ title, render, validate }) => [title, seconds(render), seconds(validate)])
  const width = Math.max(...rows.map(([title = '']) => title.length)) + 2
  const lines = [['format', 'drawing', 'checking'], ...rows].map(([name = '', drawing = '', checking = '']) => `  ${name.padEnd(width)}${drawing.padStart(10)}${checking.padStart(11)}`)
  return lines.map((line, index) => (index === 0 ? paints.dim(line) : line)).join('\n')
}

/** Why each format of the story that was asked about was drawn. */
function explained({ explanations = [] }: Outcome): string {
  return explanations.map(({ title, reason }) => `  ${title}: ${reason === undefined ? 'as it was' : `drawn, because of ${reason}`}`).join('\n')
}

function verdict(outcome: Outcome, out: string, paints: Paint): string {
  const { exitCode, stories, files, bytes, totalMilliseconds, nextRelease } = outcome
  if (exitCode === 2) return paints.error('Nothing was published; nothing was touched.')
  const lines = [
    `${count(stories.published, 'story', 'stories')} published${list([
      [stories.failed, 'with errors and left as they were'],
      [stories.held, 'held'],
      [stories.removed, 'removed'],
    ])}, in ${seconds(totalMilliseconds)}.`,
    `${count(files, 'file', 'files')}, ${size(bytes)}, in ${out}.`,
    ...(nextRelease ? [`The next story can be published from ${nextRelease}.`] : []),
    ...recalled(outcome),
    ...coverage(outcome),
    ...checked(outcome),
    problemCount(outcome.diagnostics),
    ...notChecked(outcome.diagnostics),
    ...unconfined(outcome),
  ]
  return `${exitCode === 0 ? paints.good('Done.') : paints.error('Not all is well.')} ${lines.join('\n')}`
}

/** What no authority has judged is said once a run, not once a story, and never passed over. */
function notChecked(diagnostics: readonly Diagnostic[]): string[] {
  const said = diagnostics.filter(({ rule }) => rule === 'not-checked').map(({ reason, hint }) => `${reason} ${hint}`)
  return [...new Set(said)]
}

/** A browser without its sandbox prints the same, so it is said and nothing more. */
function unconfined({ browsers }: Outcome): string[] {
  return browsers.flatMap(({ name, sandbox }) => (sandbox === 'on' ? [] : [`${name} ran without its sandbox, ${whyUnconfined[sandbox]}`]))
}

const whyUnconfined = {
  root: 'because Chromium has none for root. Publish as another user if you can.',
  refused: 'because it did not start in one. Allow it user namespaces (docs/engineers.md says how).',
}

/** What did not have to be made again; nothing of it is said where all was new. */
function recalled({ work }: Outcome): string[] {
  const all = work.reduce((sum, { drawn, recalled: known }) => sum + drawn + known, 0)
  const known = work.reduce((sum, one) => sum + one.recalled, 0)
  if (known === 0) return []
  return [known === all ? 'Nothing had to be drawn; all of it came from the cache.' : `${grouped(all - known)} of ${grouped(all)} formats of stories were drawn; the rest came from the cache.`]
}

/** Words found of words written, over all files; a share is rounded down, so that 100 % means all of them. */
function coverage({ coverage: { written, found, files } }: Outcome): string[] {
  if (written === 0) return []
  const share = found === written ? '100' : (Math.floor((found / written) * 10_000) / 100).toFixed(2)
  return [`${share} % of what was written arrived: ${grouped(found)} of ${grouped(written)} words in ${count(files, 'file', 'files')}.`]
}

/** Who judged the files; with `--check full` that is the point of the run, and each has its line. */
function checked({ checks }: Outcome): string[] {
  const judges = checks.filter(({ version }) => version !== undefined)
  if (judges.length === 0) return []
  if (checks.every(({ level }) => level === 'always')) return [`Checked by ${judges.map(({ name }) => name).join(', ')}.`]
  const width = Math.max(...checks.map((check) => nameOf(check).length)) + 2
  return ['Checked by', ...checks.map((check) => `  ${nameOf(check).padEnd(width)}${verdictsOf(check)}`)]
}

function nameOf({ name, version }: Outcome['checks'][number]): string {
  return version === undefined ? name : `${name} ${version}`
}

function verdictsOf({ verdicts, milliseconds }: Outcome['checks'][number]): string {
  const parts = [[verdicts.passed, 'accepted'], [verdicts.warnings, 'with warnings'], [verdicts.failed, 'refused'], [verdicts['not-checked'], 'not checked']] as const
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(', ')
  const hasJudged = parts.some(([number, what]) => number > 0 && what !== 'not checked')
  return milliseconds === undefined || !hasJudged ? said : `${said}, in ${seconds(milliseconds)}`
}

/** Thousands apart, the same in every locale. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

function problemCount(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: Severity): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return `${count(of('error'), 'error', 'errors')}, ${count(of('warning'), 'warning', 'warnings')}.`
}

function list(parts: [number, string][]): string {
  return parts.filter(([number]) => number > 0).map(([number, what]) => `, ${number} ${what}`).join('')
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

