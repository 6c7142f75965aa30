import type { Phrasing } from '../../ast/nodes.ts'

/** Whether a reader would see anything of this prose: white space and characters without a shape (in code, too) are nothing. */
export function showsWords(nodes: readonly Phrasing<'parsed'>[]): boolean {
  return nodes.some((node) => {
    if ('children' in node) return showsWords(node.children)
    if ('value' in node) return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.value)
    return node.type !== 'break'
  })
}
