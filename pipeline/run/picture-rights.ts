import { visit } from 'unist-util-visit'
import type { Article } from '../ast/article.ts'
import type { AnyNode } from '../ast/nodes.ts'
import type { Rights } from './picture-desk.ts'

/** Credit and copyright of each picture of a story, by the picture's sha256: what is written into every variant of it. The lead's come first. */
export function rightsOf(article: Article): ReadonlyMap<string, Rights> {
  const rights = new Map<string, Rights>()
  const note = (node: AnyNode): void => {
    if (node.type !== 'figure' || rights.has(node.picture.sha256)) return
    const { credit, copyright } = node
    rights.set(node.picture.sha256, { ...(credit ? { credit } : {}), ...(copyright ? { copyright } : {}) })
  }
  if (article.lead) note(article.lead)
  visit(article.body, (node) => note(node as AnyNode))
  return rights
}
