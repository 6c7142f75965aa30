import type { AnyNode, Body, NodeOf } from '../ast/nodes.ts'

/** What has a level: a heading in the text, and the title of a box, gallery or update. */
export type Headed = NodeOf<'heading'> | NodeOf<'title'>

/**
 * Level of every heading below the headline, which is the page’s one `h1`. A heading stands one level below the heading
 * that it belongs to, whatever depth was skipped in writing; a box’s title belongs to the heading before the box, and
 * the headings in the box belong to that title.
 */
export function headingLevels(body: Body): ReadonlyMap<Headed, number> {
  const levels = new Map<Headed, number>()
  measure(body, 1, levels)
  return levels
}

function measure(container: Body | AnyNode, base: number, levels: Map<Headed, number>): void {
  const open: { depth: number; level: number }[] = []
  const current = () => open.at(-1)?.level ?? base
  const enter = (depth: number, node: Headed) => {
    const level = Math.min(6, current() + 1)
    levels.set(node, level)
    open.push({ depth, level })
  }
  const walk = (node: AnyNode): void => {
    if (node.type === 'title') enter(0, node)
    else if (node.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop()
      enter(node.depth, node)
    } else if (isBox(node)) measure(node, current(), levels)
    else if ('children' in node) for (const child of node.children) walk(child)
  }
  if ('children' in container) for (const child of container.children as readonly AnyNode[]) walk(child)
}

function isBox(node: AnyNode): boolean {
  return node.type === 'factBox' || node.type === 'gallery' || node.type === 'update' || node.type === 'note'
}
