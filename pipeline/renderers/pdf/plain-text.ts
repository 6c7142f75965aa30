import { toString } from 'mdast-util-to-string'
import type { Phrasing } from '../../ast/nodes.ts'

/** The words of a piece of prose. */
export function plainText(nodes: readonly Phrasing[] | undefined): string {
  return (nodes ?? []).map((node) => toString(node)).join('')
}
