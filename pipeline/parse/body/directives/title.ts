import type { NodeOf } from '../../../ast/nodes.ts'
import type { BodyState } from '../body-state.ts'
import type { Directive } from './directive.ts'

/** The label of a box as its first child, or nothing where it has none. */
export function titleOf({ label }: Directive, state: BodyState): NodeOf<'title', 'parsed'>[] {
  const children = state.phrasing(label)
  return children.length === 0 ? [] : [{ type: 'title', children }]
}
