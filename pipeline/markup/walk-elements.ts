import type { Element, Nodes } from 'hast'
import { walk } from '../ast/walk.ts'

/** Call a function for every element of a tree, parents before their children, which are looked at after it. */
export function walkElements(tree: Nodes, on: (element: Element) => void): void {
  walk(tree, (node) => {
    if (node.type === 'element') on(node)
  })
}
