import type { Text } from 'mdast'
import { type BodyState, placeOfOffset, sourceOf } from './body-state.ts'

/**
 * Look in plain text for what was meant as something else: a comment that is not closed, a reference or a footnote that is
 * defined nowhere. All of it is printed as typed, so its author must hear of it.
 */
export function inspectText(node: Text, state: BodyState): void {
  const source = sourceOf(node, state)
  const start = node.position?.start.offset ?? 0
  for (const { index } of source.matchAll(/(?<!\\)<!--/g)) state.report('unclosed-comment', placeOfOffset(start + index, state), {})
  if (state.isValue) return
  for (const { index, 1: text = '', 2: label = '' } of source.matchAll(/(?<![\\\]])\[([^[\]^][^[\]]*)\]\[([^[\]]*)\]/g)) {
    state.report('undefined-reference', placeOfOffset(start + index, state), { label: label || text })
  }
  for (const { index, 1: label = '' } of source.matchAll(/(?<!\\)\[\^([^[\]\s]+)\]/g)) {
    state.report('undefined-footnote', placeOfOffset(start + index, state), { label })
  }
}
