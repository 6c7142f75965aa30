import type { Diagnostic } from '../contract/diagnostic.ts'

/** What somebody has to look at, as on the terminal: errors and warnings. What is only information is in `--json` and the manifest. */
export function problemsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== 'info')
}
