import * as z from 'zod'
import { wholeStory } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import { defineRenderer, type PlannedFile } from '../../contract/renderer.ts'
import { drawBook } from './draw-book.ts'
import { bindBook } from './bind-book.ts'
import { ace, epubCheck } from './outside-checks.ts'
import { readBookAddresses, readText } from './read-text.ts'
import { snapshotBook } from './snapshot-book.ts'
import { bookCheck } from './validate-book.ts'

const mediaType = 'application/epub+zip'

/**
 * One EPUB 3.3 book a story, with EPUB Accessibility 1.1 metadata (https://www.w3.org/TR/epub-33/). Films, recordings and
 * embeds become a picture, their words and their address: a book is read offline.
 */
export const epub = defineRenderer({
  name: 'epub',
  title: 'EPUB',
  inputs: ['card'],
  nodes: {
    text: 'render', emphasis: 'render', strong: 'render', delete: 'render', inlineCode: 'render', break: 'render',
    link: 'render', image: 'render', footnoteReference: 'render', paragraph: 'render', heading: 'render',
    blockquote: 'render', list: 'render', listItem: 'render', table: 'render', tableRow: 'render', tableCell: 'render',
    code: 'render', thematicBreak: 'render', footnoteDefinition: 'render', figure: 'render', gallery: 'render',
    video: 'fallback', audio: 'fallback', embed: 'fallback', pullQuote: 'render', relatedLink: 'render',
    factBox: 'render', update: 'render', note: 'render', title: 'render',
  },
  options: z.strictObject({}),
  plan: (article) => [planBook(article)],
  async render(article, context) {
    const bytes = await bindBook(await drawBook(article, context), context)
    return [{ path: planBook(article).path, mediaType, bytes }]
  },
  checks: [bookCheck, epubCheck, ace],
  text: readText,
  addresses: readBookAddresses,
  snapshot: snapshotBook,
})

/** A gated story's book holds all of it, so nothing public leads to it. */
function planBook(article: Article): PlannedFile {
  const { folder, audience } = wholeStory(article)
  return { path: `${folder}/${article.slug}.epub`, mediaType, rel: 'epub', audience, holds: 'whole' }
}
