import type { ParsedArticle } from '../ast/article.ts'
import type { Severity } from '../ast/publication.ts'
import { ruleOf } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'

/** What a newsroom says of the rules: severities for all stories, and what one story may do. */
export interface HouseRules {
  rules: Readonly<Record<string, Severity | 'off'>>
  allowances: ParsedArticle['allowances']
}

/**
 * Judge diagnostics as the newsroom wants them judged: severities from `publication.yml`, and rules that a comment silences
 * for the block behind it. Rules of embargo, status, labels, ids and safety stay as they are.
 */
export function withHouseSeverity(diagnostics: readonly Diagnostic[], house: HouseRules): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    if (ruleOf(diagnostic.rule)?.fixed) return [diagnostic]
    const severity = house.rules[diagnostic.rule] ?? diagnostic.severity
    return severity === 'off' || isAllowed(diagnostic, house.allowances) ? [] : [{ ...diagnostic, severity }]
  })
}

function isAllowed({ rule, line }: Diagnostic, allowances: HouseRules['allowances']): boolean {
  return line !== undefined && allowances.some((allowed) => allowed.rule === rule && allowed.from <= line && line <= allowed.to)
}
