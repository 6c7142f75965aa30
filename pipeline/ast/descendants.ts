import type { AnyNode, Body } from './nodes.ts'

/** Every node below a node, in reading order, parents before their children. */
export function* descendants(parent: Body | AnyNode): Generator<AnyNode> {
  if (!('children' in parent)) return
  for (const child of parent.children as readonly AnyNode[]) {
    yield child
    yield* descendants(child)
  }
}
