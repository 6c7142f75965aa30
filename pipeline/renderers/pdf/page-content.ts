import { PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { readOperations, writeOperations, type Operation } from './content-operators.ts'
import { bytesOf } from './stream-bytes.ts'

/** What was read or written, by its stream: several steps look at each page, and reading it takes longer than all that they do. */
const known = new WeakMap<PDFRawStream, readonly Operation[]>()

/** The content of a page, one character a byte. Chromium writes one stream a page; anything else throws. */
export function contentOf(page: PDFPage): string {
  return bytesOf(streamOf(page)).toString('latin1')
}

/** The instructions of a page, read once for each state of it. */
export function operationsOf(page: PDFPage): readonly Operation[] {
  const stream = streamOf(page)
  const operations = known.get(stream) ?? readOperations(contentOf(page))
  known.set(stream, operations)
  return operations
}

function streamOf(page: PDFPage): PDFRawStream {
  const stream = page.node.Contents()
  if (!(stream instanceof PDFRawStream)) throw new Error('Expected a printed page to have one stream of content.')
  return stream
}

/** Put other content on a page. */
export function replaceContent(pdf: PDFDocument, page: PDFPage, content: string): void {
  const stream = pdf.context.flateStream(Buffer.from(content, 'latin1'))
  const place = page.node.get(PDFName.of('Contents'))
  if (place instanceof PDFRef) pdf.context.assign(place, stream)
  else page.node.set(PDFName.of('Contents'), pdf.context.register(stream))
}

/** Put other instructions on a page. */
export function replaceOperations(pdf: PDFDocument, page: PDFPage, operations: readonly Operation[]): void {
  replaceContent(pdf, page, writeOperations(operations))
  known.set(streamOf(page), operations)
}
