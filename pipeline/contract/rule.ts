import type { Severity } from '../ast/publication.ts'
import type { Diagnostic, LostWords, Place, Scope } from './diagnostic.ts'

/** What a rule tells of one case: names, values and what was expected. */
export type Facts = Readonly<Record<string, string | number | undefined>>

/** One entry of the catalogue. */
export interface Rule<F extends Facts = Facts> {
  severity: Severity
  scope: Scope
  /** One sentence for the reference: when this is said and why it matters. */
  description: string
  /** True where `publication.yml` may not lower it: embargo, status, labels, ids, safety. */
  fixed?: boolean
  /** True where it tells of something of the story that a format cannot carry: the manifest lists these as losses. */
  isLoss?: true
  /** Where it tells of words that the format cannot hold: which. They, and no others, are not missed a second time as lost. */
  losesWords?: (facts: F) => LostWords
  reason: (facts: F) => string
  hint: (facts: F) => string
}

/** Declare a rule; the facts it needs are the type of its functions' argument. */
export function defineRule<F extends Facts = Record<never, never>>(definition: Rule<F>): Rule<F> {
  return definition
}

/** The nearest known name, ready to stand after a sentence: ` Did you mean "pdf"?`, or nothing. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`
}

/** Make the diagnostic of one case of a rule. */
export function diagnose<F extends Facts>(id: string, rule: Rule<F>, place: Place, facts: F): Diagnostic {
  const { severity, scope, losesWords } = rule
  return { severity, rule: id, scope, ...place, reason: rule.reason(facts), hint: rule.hint(facts), ...(losesWords ? { lostWords: losesWords(facts) } : {}) }
}
