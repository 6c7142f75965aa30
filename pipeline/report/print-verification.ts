import type { Verification } from '../contract/outcome.ts'
import type { Paint } from './paint.ts'
import { printDiagnostic } from './print-diagnostic.ts'

/** What `verify` has found, for people: what is wrong first, the verdict last. */
export function printVerification({ exitCode, files, diagnostics }: Verification, { out, paint: paints }: { out: string; paint: Paint }): string {
  const problems = diagnostics.map((diagnostic) => printDiagnostic(diagnostic, out, paints))
  return `${[...problems, verdict(exitCode, files, diagnostics.length, out, paints)].join('\n\n')}\n`
}

function verdict(exitCode: Verification['exitCode'], files: number, wrong: number, out: string, paints: Paint): string {
  if (exitCode === 2) return paints.error('Nothing was verified.')
  if (exitCode === 1) return paints.error(`${wrong} of the files in ${out} ${wrong === 1 ? 'is not as it was' : 'are not as they were'} published.`)
  return `${paints.good('All is well.')} ${files} files in ${out} are as they were published, and there are no others.`
}
