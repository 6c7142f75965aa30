import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { readOperations } from './content-operators.ts'
import { contentOf } from './page-content.ts'

/**
 * Make fonts say the letters that were typed. Where two characters share a glyph (the apostrophe ’ and the letter ʼ),
 * Chromium maps the glyph to one of them and marks each use of the other as replacement text, which many readers and
 * searches ignore. A glyph whose every use is marked so gets what was typed as its meaning.
 */
export function mapLettersAsTyped(pdf: PDFDocument): void {
  const uses = new Map<string, Set<string>>()
  for (const page of pdf.getPages()) collectUses(page, uses)
  for (const [glyph, meanings] of uses) {
    const [meaning = ''] = meanings
    if (meanings.size === 1 && meaning !== asMapped) remap(pdf, Number.parseInt(glyph, 10), glyph.slice(-4), meaning)
  }
}

/** What a glyph means where nothing is said of it: what its font maps it to. */
const asMapped = ''

/** By font and glyph (`7 0 R 00A9`), everything that the glyph stands for on a page. */
function collectUses(page: PDFPage, uses: Map<string, Set<string>>): void {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const marks: (string | undefined)[] = []
  let font = ''
  for (const { operator, operands } of readOperations(contentOf(page))) {
    if (operator === 'BDC' || operator === 'BMC') marks.push(replacementText(operands))
    else if (operator === 'EMC') marks.pop()
    else if (operator === 'Tf') font = String(fonts?.get(PDFName.of(operands[0]?.slice(1) ?? '')) ?? '')
    else if (operator === 'Tj') note(operands[0] ?? '', font, marks.at(-1), uses)
  }
}

function note(shown: string, font: string, replacement: string | undefined, uses: Map<string, Set<string>>): void {
  const codes = shown.match(/[0-9A-Fa-f]{4}/g) ?? []
  for (const code of codes) {
    const glyph = `${font} ${code}`
    const meanings = uses.get(glyph) ?? new Set()
    uses.set(glyph, meanings.add(codes.length === 1 && replacement ? replacement : asMapped))
  }
}

/** The replacement text of a mark in hex digits of UTF-16 (ISO 32000-2, 14.9.4). */
function replacementText(operands: readonly string[]): string | undefined {
  return /\/ActualText <FEFF([0-9A-Fa-f]+)>/.exec(operands.join(' '))?.[1]
}

function remap(pdf: PDFDocument, font: number, code: string, meaning: string): void {
  const dictionary = pdf.context.lookup(PDFRef.of(font))
  const place = dictionary instanceof PDFDict ? dictionary.get(PDFName.of('ToUnicode')) : undefined
  const map = pdf.context.lookup(place)
  if (!(place instanceof PDFRef) || !(map instanceof PDFRawStream)) return
  const rules = Buffer.from(decodePDFRawStream(map).decode()).toString('latin1')
  // A later rule of a map wins over an earlier one.
  const added = rules.replace('endcmap', `1 beginbfchar\n<${code}> <${meaning}>\nendbfchar\nendcmap`)
  pdf.context.assign(place, pdf.context.flateStream(Buffer.from(added, 'latin1')))
}
