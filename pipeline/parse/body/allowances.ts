import type { Html, RootContent } from 'mdast'
import { readAllowance } from '../allowance.ts'
import { type BodyState, placeOfNode, positionOf } from './body-state.ts'

/** A comment is a note of the desk and is not printed; `<!-- allow rule-id: reason -->` silences that rule for the block given. */
export function noteComment(comment: Html, block: RootContent | undefined, state: BodyState): void {
  const words = /^<!--([\s\S]*)-->$/.exec(comment.value.trim())?.[1]
  if (words === undefined) return
  const lines = block && positionOf(block, state)
  const allowance = readAllowance({ words, place: placeOfNode(comment, state), lines: lines && { from: lines.start.line, to: lines.end.line } }, state.report)
  if (allowance) state.allowances.push(allowance)
}
