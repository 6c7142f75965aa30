import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Inspection } from '../contract/outcome.ts'
import type { Paint } from './paint.ts'
import { printDiagnostic } from './print-diagnostic.ts'

/** The end of a check as an editor reads it: what is wrong with each story, the verdict last. */
export function printInspection({ exitCode, stories, totalMilliseconds, diagnostics }: Inspection, { root, paint: paints }: { root: string; paint: Paint }): string {
  const told = diagnostics.filter(({ severity }) => severity !== 'info')
  const of = (severity: Diagnostic['severity']): number => told.filter((diagnostic) => diagnostic.severity === severity).length
  const summary = `${count(stories.checked, 'story', 'stories')} checked${stories.held > 0 ? `, ${stories.held} of them not public` : ''}, in ${(totalMilliseconds / 1000).toFixed(1)} s.`
  const verdict =
    exitCode === 2
      ? paints.error('Nothing was checked.')
      : `${exitCode === 0 ? paints.good('Done.') : paints.error('Not all is well.')} ${summary}\n${count(of('error'), 'error', 'errors')}, ${count(of('warning'), 'warning', 'warnings')}.`
  return `${[...told.map((diagnostic) => printDiagnostic(diagnostic, root, paints)), verdict].join('\n\n')}\n`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
