import type { NodeOf } from '../ast/nodes.ts'
import type { Article } from '../ast/article.ts'
import { descendants } from '../ast/descendants.ts'
import { collectFootnotes, type Footnotes } from './footnotes.ts'
import { headingLevels, type Headed } from './heading-levels.ts'

/** What handlers must know of the story as a whole. */
export interface Survey {
  /** Level of a heading or of a box’s title, 2 to 6, so that the page’s outline has no gaps. */
  level(node: Headed): number
  /** Number of a table in reading order, from 1. */
  tableNumber(node: NodeOf<'table'>): number
  footnotes: Footnotes
  /** An id that no block of the story has: `base` itself wherever possible. Equal bases give equal ids. */
  freshId(base: string): string
  /** True where the running text holds these words, so that a pull quote of them need not be read out again. */
  isSaidInText(words: string): boolean
}

/** Look through a story once, in the order in which its blocks are shown. */
export function surveyStory(article: Article): Survey {
  const nodes = [...descendants(article.body)]
  const ids = new Set(nodes.flatMap((node) => ('id' in node ? [node.id] : [])))
  const freshId = (base: string): string => (ids.has(base) ? freshId(`${base}-x`) : base)
  const levels = headingLevels(article.body)
  const tables = nodes.filter((node) => node.type === 'table')
  let said: string | undefined
  return {
    level: (node) => levels.get(node) ?? 2,
    tableNumber: (node) => tables.indexOf(node) + 1,
    footnotes: collectFootnotes(article.body, freshId),
    freshId,
    isSaidInText(words) {
      said ??= bareWords(nodes.map((node) => ('value' in node ? node.value : node.type === 'paragraph' ? '\n' : '')).join(''))
      return said.includes(bareWords(words))
    },
  }
}

/** Words alone: a pull quote may differ from the text in quotation marks and in its last full stop. */
function bareWords(text: string): string {
  return ` ${text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `
}
