import { createHash } from 'node:crypto'
import { PDFHexString, type PDFArray, type PDFContext, type PDFDocument } from '@cantoo/pdf-lib'
import type { Article } from '../../ast/article.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { auditPdf } from './audit/audit-pdf.ts'
import { describeLinks } from './describe-links.ts'
import { reportLetters } from './report-letters.ts'
import { mapLettersAsTyped } from './letters-as-typed.ts'
import { markArtifacts } from './mark-artifacts.ts'
import { nameBookmarks } from './name-bookmarks.ts'
import { renumberIds } from './renumber-ids.ts'
import { setMetadata } from './set-metadata.ts'
import { shapeTags } from './shape-tags.ts'

/**
 * Finish what a browser printed: metadata from the story, every link described, every bookmark named, tags as PDF/UA-1 has them, everything
 * outside of them marked as decoration, and nothing left that differs between two printings of the same page.
 */
export async function finishPdf(
  { pdf, words, headings }: { pdf: PDFDocument; words: string; headings: readonly string[] },
  article: Article,
  context: Pick<RenderContext, 'publication' | 'report'>,
): Promise<Uint8Array> {
  mapLettersAsTyped(pdf)
  reportLetters(pdf, words, article, context)
  markArtifacts(pdf)
  shapeTags(pdf)
  describeLinks(pdf, article)
  nameBookmarks(pdf, headings)
  renumberIds(pdf)
  setMetadata(pdf, article, context.publication, { claimsAccessibility: true })
  // Only a file that passes the whole audit may say so of itself.
  if (auditPdf(pdf).length > 0) setMetadata(pdf, article, context.publication, { claimsAccessibility: false })
  return saveWithId(pdf, article, context.publication.url)
}

const unknownId = '0'.repeat(64)

/** ISO 32000-2, 14.4: the first half names the story for ever, the second this state of it, and is the hash of the file. */
async function saveWithId(pdf: PDFDocument, article: Article, publicationUrl: string): Promise<Uint8Array> {
  pdf.context.trailerInfo.ID = idArray(pdf.context, hashOf(`${publicationUrl} ${article.id}`), unknownId)
  const bytes = await pdf.save({ updateFieldAppearances: false, addDefaultPage: false, objectsPerTick: Infinity })
  const place = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(`<${unknownId}>`)
  bytes.set(new TextEncoder().encode(hashOf(bytes)), place + 1)
  return bytes
}

function idArray(context: PDFContext, story: string, state: string): PDFArray {
  return context.obj([PDFHexString.of(story), PDFHexString.of(state)])
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
