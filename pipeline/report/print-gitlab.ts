import type { Diagnostic } from '../contract/diagnostic.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { somewhereInRepository } from './place-in-repository.ts'
import { problemsOf } from './problems.ts'
import type { Report } from './report.ts'

/** Errors and warnings as a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export function printGitlab({ diagnostics, root }: Pick<Report, 'diagnostics' | 'root'>): string {
  const problems = problemsOf(diagnostics)
  const fingerprints = fingerprintsOf(problems)
  const issues = problems.map((diagnostic, index) => {
    const { file, line = 1 } = somewhereInRepository(diagnostic, root)
    return {
      description: [diagnostic.reason, diagnostic.hint].filter(Boolean).join(' '),
      check_name: diagnostic.rule,
      fingerprint: fingerprints[index],
      severity: severityOf(diagnostic),
      location: { path: file, lines: { begin: line } },
    }
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}

function severityOf({ severity, scope }: Diagnostic): 'blocker' | 'critical' | 'minor' | 'info' {
  if (severity === 'error') return scope === 'publication' ? 'blocker' : 'critical'
  return severity === 'warning' ? 'minor' : 'info'
}
