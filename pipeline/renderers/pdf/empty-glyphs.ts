import { PDFDict, PDFName, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { operationsOf } from './page-content.ts'

/**
 * True where a letter was drawn with glyph 0 of its font, the empty box (ISO 32000-2, 9.7.6.3). Its character is then
 * nowhere in the file.
 */
export function hasEmptyGlyph(pdf: PDFDocument): boolean {
  return pdf.getPages().some(pageHasEmptyGlyph)
}

function pageHasEmptyGlyph(page: PDFPage): boolean {
  const composite = compositeFonts(page)
  let font = ''
  for (const { operator, operands } of operationsOf(page)) {
    if (operator === 'Tf') font = operands[0] ?? ''
    if ((operator === 'Tj' || operator === 'TJ') && composite.has(font) && operands.some(holdsGlyphZero)) return true
  }
  return false
}

/** Names of the fonts of a page whose glyphs are numbered with two bytes. */
function compositeFonts(page: PDFPage): Set<string> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const names = fonts?.keys().filter((name) => fonts.lookup(name, PDFDict).lookup(PDFName.of('Subtype')) === PDFName.of('Type0'))
  return new Set(names?.map((name) => name.asString()))
}

function holdsGlyphZero(operand: string): boolean {
  return operand.startsWith('<') && operand.includes('0000') && /^<(?:[0-9A-Fa-f]{4})*?0000/.test(operand)
}
