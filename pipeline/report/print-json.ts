import type { CacheReport, Inspection, Outcome, Verification } from '../contract/outcome.ts'

/** The outcome as one JSON object on one line, for programs. */
export function printJson(outcome: Outcome | Inspection | Verification | CacheReport): string {
  return `${JSON.stringify(outcome)}\n`
}
