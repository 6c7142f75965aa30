import type { Article } from '../../ast/article.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { descendants } from '../../ast/descendants.ts'
import { embedElement } from './embed-elements.ts'
import { largestStyles } from './styles.ts'

/** Say what AMP cannot hold: embeds that it has no element for, and styles beyond its limit. */
export function reportLosses(article: Article, styles: string, { report }: RenderContext): void {
  const bytes = new TextEncoder().encode(styles).length
  if (bytes > largestStyles) report('amp/styles-too-large', { file: article.source }, { bytes, limit: largestStyles })
  for (const node of descendants(article.body)) {
    if (node.type === 'embed' && !embedElement(node.url)) report('amp/embed-as-card', { file: article.source, ...node.position?.start }, { url: node.url })
  }
}
