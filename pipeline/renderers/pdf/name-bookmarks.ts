import { PDFDict, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib'

const key = PDFName.of

/**
 * Name each bookmark as its heading was written: Chromium takes the words in the order in which they were painted, so that those
 * of a line from right to left stand backwards. Bookmarks that are not one for each heading keep their names.
 */
export function nameBookmarks(pdf: PDFDocument, headings: readonly string[]): void {
  const bookmarks = bookmarksBelow(pdf.catalog.lookupMaybe(key('Outlines'), PDFDict))
  if (bookmarks.length !== headings.length) return
  bookmarks.forEach((bookmark, index) => bookmark.set(key('Title'), PDFHexString.fromText(headings[index] ?? '')))
}

/** Every bookmark, in reading order (ISO 32000-2, 12.3.3). */
function bookmarksBelow(holder: PDFDict | undefined): PDFDict[] {
  const found: PDFDict[] = []
  for (let item = holder?.lookupMaybe(key('First'), PDFDict); item; item = item.lookupMaybe(key('Next'), PDFDict)) found.push(item, ...bookmarksBelow(item))
  return found
}
