import { decodePDFRawStream, PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'

/** The content of a page, one character a byte. Chromium writes one stream a page; anything else throws. */
export function contentOf(page: PDFPage): string {
  const stream = page.node.Contents()
  if (!(stream instanceof PDFRawStream)) throw new Error('Expected a printed page to have one stream of content.')
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** Put other content on a page. */
export function replaceContent(pdf: PDFDocument, page: PDFPage, content: string): void {
  const stream = pdf.context.flateStream(Buffer.from(content, 'latin1'))
  const place = page.node.get(PDFName.of('Contents'))
  if (place instanceof PDFRef) pdf.context.assign(place, stream)
  else page.node.set(PDFName.of('Contents'), pdf.context.register(stream))
}
