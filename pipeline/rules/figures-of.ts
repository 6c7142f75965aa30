import type { UnfinishedArticle } from '../ast/article.ts'
import { descendants } from '../ast/descendants.ts'
import type { Figure } from '../ast/nodes.ts'
import type { At } from './story-rule.ts'

/** Every picture that stands for itself, the lead first, with its place. Pictures within a line of prose are signs, not photographs. */
export function figuresOf({ lead, body }: Pick<UnfinishedArticle, 'lead' | 'body'>): { figure: Figure; at: At }[] {
  const figures = [...descendants(body)].filter((node) => node.type === 'figure')
  return [...(lead ? [{ figure: lead, at: 'lead.src' }] : []), ...figures.map((figure) => ({ figure, at: figure }))]
}
