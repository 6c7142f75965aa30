import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage } from '@cantoo/pdf-lib'

/** How far the pen moves for a glyph, by its code, in thousandths of the size of the type. */
export type GlyphWidths = (code: number) => number

const key = PDFName.of

/** The widths of the fonts of a page whose glyphs are numbered with two bytes, by the names that its instructions use (ISO 32000-2, 9.7.4.3). */
export function glyphWidths(page: PDFPage): ReadonlyMap<string, GlyphWidths> {
  const fonts = page.node.Resources()?.lookupMaybe(key('Font'), PDFDict)
  return new Map(fonts?.keys().flatMap((name) => {
    const widths = widthsOf(fonts.lookup(name, PDFDict))
    return widths ? [[name.asString(), widths] as const] : []
  }))
}

const known = new WeakMap<PDFDict, GlyphWidths>()

function widthsOf(font: PDFDict): GlyphWidths | undefined {
  if (font.lookup(key('Subtype')) !== key('Type0') || font.lookup(key('Encoding')) !== key('Identity-H')) return undefined
  const descendant = font.lookup(key('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const widths = known.get(descendant) ?? readWidths(descendant)
  known.set(descendant, widths)
  return widths
}

/** Either `first [width width …]` or `first last width`, over and over. */
function readWidths(descendant: PDFDict): GlyphWidths {
  const list = descendant.lookupMaybe(key('W'), PDFArray)?.asArray().map((entry) => descendant.context.lookup(entry)) ?? []
  const otherwise = numberOf(descendant.lookup(key('DW'))) ?? 1000
  const widths = new Map<number, number>()
  for (let place = 0; place < list.length; place += 2) {
    const first = numberOf(list[place]) ?? 0
    const second = list[place + 1]
    if (second instanceof PDFArray) second.asArray().forEach((width, index) => widths.set(first + index, numberOf(descendant.context.lookup(width)) ?? otherwise))
    else {
      place += 1
      for (let code = first; code <= (numberOf(second) ?? first); code++) widths.set(code, numberOf(list[place + 1]) ?? otherwise)
    }
  }
  return (code) => widths.get(code) ?? otherwise
}

function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined
}
