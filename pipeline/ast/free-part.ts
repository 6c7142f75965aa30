import type { Article } from './article.ts'
import type { Flow } from './nodes.ts'
import { descendants } from './descendants.ts'

/** Blocks that come before the paywall where the author set none. */
const defaultFreeBlocks = 2

/**
 * The story as everybody may read it: of a gated story, the blocks before the paywall with the footnotes that they refer
 * to, wherever those are written. A free story is returned as it is.
 */
export function freePart(article: Article): Article {
  if (article.access.level === 'free') return article
  const { children } = article.body
  const free = children.slice(0, article.access.freeBlocks ?? defaultFreeBlocks).filter((block) => !isFootnote(block))
  const cited = new Set(free.flatMap((block) => citations(block)))
  const footnotes = children.filter((block) => block.type === 'footnoteDefinition' && cited.has(block.identifier))
  return { ...article, body: { ...article.body, children: [...free, ...footnotes] } }
}

/** The blocks that `freePart` keeps back, footnotes left out. */
export function closedBlocks(article: Article): ReadonlySet<Flow> {
  const free = new Set(freePart(article).body.children)
  return new Set(article.body.children.filter((block) => !isFootnote(block) && !free.has(block)))
}

/** True where `freePart` keeps something back. */
export function isCut(article: Article): boolean {
  return closedBlocks(article).size > 0
}

function isFootnote(block: Flow): boolean {
  return block.type === 'footnoteDefinition'
}

function citations(block: Flow): string[] {
  return [...descendants(block)].flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : []))
}
