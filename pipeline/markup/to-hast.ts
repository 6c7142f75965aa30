import type { ElementContent } from 'hast'
import type { NodeType } from '../ast/node-kinds.ts'
import type { AnyNode } from '../ast/nodes.ts'
import type { Handler, MarkupState } from './state.ts'

/** Draw nodes in order, each by the handler of its kind; what stands between them is the caller’s. */
export function toHast(nodes: readonly AnyNode[], state: MarkupState, parent: NodeType | 'root'): ElementContent[] {
  return nodes.flatMap((node) => draw(node, state, parent))
}

function draw(node: AnyNode, state: MarkupState, parent: NodeType | 'root'): ElementContent | ElementContent[] {
  // The type of `handlers` pairs every kind with its handler; TypeScript cannot follow the pair through a lookup.
  const handler = state.handlers[node.type] as unknown as Handler<NodeType>
  return handler(node as Parameters<typeof handler>[0], state, parent)
}
