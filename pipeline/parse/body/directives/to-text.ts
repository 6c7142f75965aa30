import type { Phrasing } from '../../../ast/nodes.ts'

/** The words of inline content, without its marks. */
export function toText(nodes: readonly Phrasing<'parsed'>[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: Phrasing<'parsed'>): string {
  if ('children' in node) return toText(node.children)
  if ('value' in node) return node.value
  return node.type === 'image' ? node.alt : node.type === 'break' ? ' ' : ''
}
