/** Nodes inside of nodes; a page shows ten at most, and every tool behind us recurses. */
export const deepest = 60

/** Throws the error that a full stack would throw later, in the parser, in us or in a renderer. */
export function checkDepth(...nodes: readonly object[]): void {
  if (nodes.some((node) => depthOf(node) > deepest)) throw new RangeError(`Nested more than ${deepest} deep.`)
}

function depthOf(node: object & { children?: readonly object[] }): number {
  return 1 + (node.children ?? []).reduce<number>((most, child) => Math.max(most, depthOf(child)), 0)
}
