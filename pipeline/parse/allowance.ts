import type { ParsedArticle } from '../ast/article.ts'
import { catalogue, ruleOf, type Report } from '../contract/catalogue.ts'
import type { Place } from '../contract/diagnostic.ts'
import { nearestName } from '../contract/nearest.ts'

type Allowance = ParsedArticle['allowances'][number]

/** What a comment says of a rule, and for which lines. */
export interface AllowanceComment {
  /** Between the marks of the comment. */
  words: string
  place: Place
  /** The lines of what stands behind the comment; absent where nothing does. */
  lines: { from: number; to: number } | undefined
}

const pattern = /^allow\s+([^\s:]+(?:\/[^\s:]+)?)\s*(?::\s*([\s\S]*))?$/

/**
 * `allow rule-id: reason` silences that rule for what stands behind the comment. Nothing where it does not, or may not; then it is
 * reported. A sentence that happens to begin with "allow" is a note.
 */
export function readAllowance({ words, place, lines }: AllowanceComment, report: Report): Allowance | undefined {
  const [, rule, reason = ''] = pattern.exec(words.trim()) ?? []
  if (rule === undefined) return undefined
  const known = ruleOf(rule)
  if (!known && !rule.startsWith('house/') && !words.includes(':')) return undefined
  if (!known && !rule.includes('/')) report('allowance-unknown-rule', place, { rule, nearest: nearestName(rule, Object.keys(catalogue)) })
  else if (known?.fixed) report('allowance-of-fixed-rule', place, { rule })
  else if (reason.trim() === '') report('allowance-without-reason', place, { rule })
  else if (lines === undefined) report('allowance-without-block', place, { rule })
  else return { rule, reason: reason.trim(), ...lines }
  return undefined
}
