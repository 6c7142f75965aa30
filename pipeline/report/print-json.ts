import type { Outcome } from '../contract/outcome.ts'

/** The outcome as one JSON object on one line, for programs. */
export function printJson(outcome: Outcome): string {
  return `${JSON.stringify(outcome)}\n`
}
