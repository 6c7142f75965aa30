import { PDFDict, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib'
import { bytesOf } from './stream-bytes.ts'

// The newspaper's fonts, and the one that came with the bundled browser, by their PostScript names.
const ownFonts = /^(SourceSerif4|Inter|Amiri|NotoSansArabic|NotoSerifHebrew|OpenSans)-/

/** Names of the fonts of a document that are not ours, each once. */
export function foreignFonts(pdf: PDFDocument): string[] {
  const names = fontsOf(pdf).map((font) => nameOf(font)).filter((name) => !ownFonts.test(name))
  return [...new Set(names)].sort()
}

/** Every character that a reader or a search can get out of the document's fonts (ToUnicode maps, ISO 32000-2, 9.10.3). */
export function mappedCharacters(pdf: PDFDocument): Set<string> {
  const characters = new Set<string>()
  for (const font of fontsOf(pdf)) {
    const map = font.lookup(PDFName.of('ToUnicode'))
    if (map instanceof PDFRawStream) readMap(bytesOf(map).toString('latin1'), characters)
  }
  return characters
}

function fontsOf(pdf: PDFDocument): PDFDict[] {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  const fonts = objects.filter((object) => object instanceof PDFDict && object.lookup(PDFName.of('Type')) === PDFName.of('Font')) as PDFDict[]
  return fonts.filter((font) => ['/Type0', '/Type3', '/TrueType', '/Type1'].includes(String(font.lookup(PDFName.of('Subtype')))))
}

/** Its PostScript name without the mark of a subset; a font of drawings has none. */
function nameOf(font: PDFDict): string {
  const name = font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? ''
  return name.replace(/^[A-Z]{6}\+/, '') || 'a font of drawings'
}

function readMap(map: string, characters: Set<string>): void {
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, to = ''] of block.matchAll(/<[^>]*>\s*<([^>]*)>/g)) for (const letter of utf16(to)) characters.add(letter)
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<([^>]*)>\s*<([^>]*)>\s*<([^>]*)>/g)) {
      const start = utf16(first).codePointAt(0) ?? 0
      for (let step = 0; step <= Number.parseInt(to, 16) - Number.parseInt(from, 16); step++) characters.add(String.fromCodePoint(start + step))
    }
  }
}

function utf16(hex: string): string {
  return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').swap16().toString('utf16le')
}
