import { toString } from 'mdast-util-to-string'
import type { Article } from '../../ast/article.ts'
import type { Columns } from '../../../templates/pdf/paper.ts'
import type { PdfOptions } from './pdf-options.ts'

// About what fills half of an A4 page in one column: a longer story is read more easily in two, and takes less paper.
const wordsForTwoColumns = 330
const wordsOfBrief = 90

/** One column for a short story and for small paper, two for the rest, as a print editor would choose. */
export function chooseColumns(article: Article, { page, columns }: Pick<PdfOptions, 'page' | 'columns'>): Columns {
  if (columns !== 'auto') return columns
  return page !== 'A5' && wordsIn(article) >= wordsForTwoColumns ? 'two' : 'one'
}

/** True for a story of a few lines and nothing else, which takes large type to fill a page with grace. */
export function isBrief(article: Article): boolean {
  return wordsIn(article) <= wordsOfBrief && article.body.children.every(({ type }) => type === 'paragraph')
}

function wordsIn({ body }: Article): number {
  return body.children.flatMap((block) => toString(block).split(/\s+/)).filter(Boolean).length
}
