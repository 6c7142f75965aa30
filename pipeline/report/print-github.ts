import type { Severity } from '../ast/publication.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { placeInRepository, printPlace } from './place-in-repository.ts'
import { problemsOf } from './problems.ts'
import type { Report } from './report.ts'
import { visible } from './visible.ts'

/**
 * Errors and warnings as GitHub’s workflow commands, one a line, which its runner shows at the lines of a pull request
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). GitHub shows the first ten errors and the first
 * ten warnings of a step.
 */
export function printGithub({ diagnostics, root }: Pick<Report, 'diagnostics' | 'root'>): string {
  return problemsOf(diagnostics).map((diagnostic) => `${command(diagnostic, root)}\n`).join('')
}

const names = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>

function command({ severity, rule, reason, hint, related = [], ...place }: Diagnostic, root: string): string {
  const { file, line, column } = placeInRepository(place, root) ?? {}
  const properties = Object.entries({ file, line, col: column, title: rule }).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]))
  const others = related.flatMap((other) => placeInRepository(other, root) ?? []).map((other) => `See ${printPlace(other)}`)
  return `::${names[severity]} ${properties.join(',')}::${escapeData([reason, hint, ...others].filter(Boolean).join('\n'))}`
}

/** As `escapeData` and `escapeProperty` of GitHub’s own toolkit (actions/toolkit, packages/core/src/command.ts). */
function escapeData(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
