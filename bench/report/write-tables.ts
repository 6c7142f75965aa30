import { ratiosOf } from './comparisons.ts'
import type { Figure, Findings } from './findings.ts'
import type { JudgedTarget } from './targets.ts'

/** The targets with what was measured, as Markdown. */
export function targetTable(targets: readonly JudgedTarget[]): string {
  const rows = targets.map(({ measure, target, measured }) => [measure, target, measured?.value ?? 'not measured', measured?.ratio ?? '', measured ? (measured.holds ? 'yes' : '**no**') : ''])
  return markdownTable(['measure', 'target', 'measured', 'ratio', 'holds'], rows)
}

/** All figures with their ratios, as Markdown. */
export function figureTable({ figures }: Findings): string {
  const rows = [...figures.values()].map((figure) => [
    `\`${figure.name}\``,
    figure.title + (figure.note ? ` (${figure.note})` : ''),
    (figure.milliseconds / 1000).toFixed(2),
    (figure.processorMilliseconds / 1000).toFixed(2),
    megabytes(figure.programBytes),
    megabytes(figure.browserBytes),
    figure.stories > 0 ? (figure.milliseconds / figure.stories).toFixed(1) : '',
    ratiosOf(figure, figures).map(({ to, value }) => `${value.toFixed(2)} ${to}`).join(', '),
  ])
  return markdownTable(['figure', 'what', 's', 'CPU s', 'program MB', 'browser MB', 'ms a story', 'ratio to'], rows)
}

/** What could not be measured; empty where there is nothing to say. */
export function gapList({ gaps }: Findings): string {
  return [...gaps.values()].map(({ name, title, reason }) => `- \`${name}\` (${title}): ${reason}`).join('\n')
}

/** A table of GitHub Flavored Markdown; the first column is text, bars are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
}

function megabytes(bytes: Figure['programBytes']): string {
  return bytes > 0 ? String(Math.round(bytes / 1e6)) : ''
}
