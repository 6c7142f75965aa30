import type { Html, RootContent } from 'mdast'
import { catalogue, ruleOf } from '../../contract/catalogue.ts'
import { nearestName } from '../../contract/nearest.ts'
import type { Facts, Rule } from '../../contract/rule.ts'
import { type BodyState, placeOfNode, positionOf } from './body-state.ts'

const allowance = /^<!--\s*allow\s+([^\s:]+(?:\/[^\s:]+)?)\s*(?::\s*([\s\S]*?))?\s*-->$/

/**
 * A comment is a note of the desk and is not printed; `<!-- allow rule-id: reason -->` silences that rule for the block given.
 * A sentence that happens to begin with "allow" is a note.
 */
export function noteComment(comment: Html, block: RootContent | undefined, state: BodyState): void {
  const [, rule, reason = ''] = allowance.exec(comment.value.trim()) ?? []
  if (rule === undefined) return
  const known = ruleOf(rule)
  if (!known && !rule.startsWith('house/') && !comment.value.includes(':')) return
  const lines = block && positionOf(block, state)
  if (isSound(rule, known, reason, lines !== undefined, comment, state) && lines) {
    state.allowances.push({ rule, reason, from: lines.start.line, to: lines.end.line })
  }
}

function isSound(rule: string, known: Rule<Facts> | undefined, reason: string, hasBlock: boolean, comment: Html, state: BodyState): boolean {
  const place = placeOfNode(comment, state)
  if (!known && !rule.includes('/')) state.report('allowance-unknown-rule', place, { rule, nearest: nearestName(rule, Object.keys(catalogue)) })
  else if (known?.fixed) state.report('allowance-of-fixed-rule', place, { rule })
  else if (reason === '') state.report('allowance-without-reason', place, { rule })
  else if (!hasBlock) state.report('allowance-without-block', place, { rule })
  else return true
  return false
}
