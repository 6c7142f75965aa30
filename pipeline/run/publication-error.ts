import { reportInto, type FactsOf, type RuleId } from '../contract/catalogue.ts'
import type { Diagnostic, Place } from '../contract/diagnostic.ts'

/** One thing that stops the whole publish, told without a place of its own unless one is given. */
export function publicationError<Id extends RuleId>(rule: Id, facts: FactsOf<Id>, place: Place = { file: '' }): { diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  reportInto(diagnostics)(rule, place, facts)
  return { diagnostics }
}
