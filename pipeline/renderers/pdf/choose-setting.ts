import { toString } from 'mdast-util-to-string'
import type { Article } from '../../ast/article.ts'
import type { Columns, Fit, Setting } from '../../../templates/pdf/paper.ts'
import type { PdfOptions } from './pdf-options.ts'

/** At least one way to set a story, best first. */
export type Settings = readonly [Setting, ...Setting[]]

// About what fills half of an A4 page in one column: a longer story is read more easily in two, and takes less paper.
const wordsForTwoColumns = 330
const wordsOfBrief = 90

/**
 * The ways to set a story, as a print editor would try them: one column for a short story and for small paper, two for
 * the rest; then closer, and a short story in two columns after all. Columns that the newsroom has chosen stay.
 */
export function settingsFor(article: Article, options: Pick<PdfOptions, 'page' | 'columns'>): Settings {
  const columns = chooseColumns(article, options)
  const first: Setting = { columns, fit: 'normal' }
  const mayHaveTwo = columns === 'one' && options.columns === 'auto' && options.page !== 'A5'
  return [first, ...ways(columns, ['tight', 'tighter']), ...(mayHaveTwo ? ways('two', ['tighter']) : [])]
}

/** True for a story of a few lines and nothing else, which takes large type to fill a page with grace. */
export function isBrief(article: Article): boolean {
  return wordsIn(article) <= wordsOfBrief && article.body.children.every(({ type }) => type === 'paragraph')
}

function chooseColumns(article: Article, { page, columns }: Pick<PdfOptions, 'page' | 'columns'>): Columns {
  if (columns !== 'auto') return columns
  return page !== 'A5' && wordsIn(article) >= wordsForTwoColumns ? 'two' : 'one'
}

function ways(columns: Columns, fits: readonly Fit[]): Setting[] {
  return fits.map((fit) => ({ columns, fit }))
}

function wordsIn({ body }: Article): number {
  return body.children.flatMap((block) => toString(block).split(/\s+/)).filter(Boolean).length
}
