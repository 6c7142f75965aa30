import type { NodeType } from '../ast/node-kinds.ts'
import type { AnyNode, Flow, Phrasing } from '../ast/nodes.ts'
import { resolveEmbed, resolveLink, resolveRelatedLink } from './resolve-links.ts'
import { resolveAudio, resolveVideo } from './resolve-media.ts'
import { resolveFigure, resolveImage } from './resolve-pictures.ts'
import type { ResolveState } from './resolve-state.ts'

type Written = AnyNode<NodeType, 'parsed'>

/** Complete nodes, in order. Those that are left out (a link to a story that is not public) or cannot be completed are missing. */
export async function resolveNodes<K extends NodeType>(nodes: readonly AnyNode<K, 'parsed'>[], state: ResolveState): Promise<AnyNode<K>[]> {
  const resolved: AnyNode<K>[] = []
  for (const node of nodes) {
    const complete = await resolveNode(node as Written, state)
    // A node keeps its kind; the compiler cannot follow that through the switch.
    if (complete) resolved.push(complete as AnyNode<K>)
  }
  return resolved
}

/** Complete one node and all below it. */
export async function resolveNode(node: Written, state: ResolveState): Promise<AnyNode | undefined> {
  const children = 'children' in node ? await resolveNodes(node.children as Written[], state) : []
  const words = children as Phrasing[]
  switch (node.type) {
    case 'figure':
      return resolveFigure(node, words, state)
    case 'image':
      return resolveImage(node, state)
    case 'video':
      return resolveVideo(node, words, state)
    case 'audio':
      return resolveAudio(node, words, state)
    case 'embed':
      return resolveEmbed(node, words, state)
    case 'link':
      return resolveLink(node, words, state)
    case 'relatedLink':
      return resolveRelatedLink(node, words, state)
    default:
      return { ...node, ...idOf(node, state), ...('children' in node ? { children } : {}) } as AnyNode
  }
}

function idOf(node: Written, { ids }: ResolveState): { id?: string } {
  return ids.isBlock(node) ? { id: ids.of(node as Flow<'parsed'>) } : {}
}
