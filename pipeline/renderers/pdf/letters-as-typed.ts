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

/** A mark of a page and what is drawn in it. */
interface Mark {
  /** What is to be read in its place, character by character. */
  replacement: readonly string[] | undefined
  isReversed: boolean
  glyphs: string[]
}

/** By font and glyph (`7 0 R 00A9`), everything that the glyph stands for on a page. */
function collectUses(page: PDFPage, uses: Map<string, Set<string>>): void {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const marks: Mark[] = []
  let font = ''
  for (const { operator, operands } of readOperations(contentOf(page))) {
    if (operator === 'BDC' || operator === 'BMC') marks.push(markOf(operands, marks.at(-1)))
    else if (operator === 'EMC') note(marks.pop(), uses)
    else if (operator === 'Tf') font = String(fonts?.get(PDFName.of(operands[0]?.slice(1) ?? '')) ?? '')
    else if (operator === 'Tj') marks.at(-1)?.glyphs.push(...(operands[0]?.match(/[0-9A-Fa-f]{4}/g) ?? []).map((code) => `${font} ${code}`))
  }
}

function markOf(operands: readonly string[], around: Mark | undefined): Mark {
  const isReversed = operands[0] === '/ReversedChars' || around?.isReversed === true
  return { replacement: replacementText(operands), isReversed, glyphs: [] }
}

/** A mark around as many glyphs as characters tells what each of them stands for; of any other, nothing is known. */
function note(mark: Mark | undefined, uses: Map<string, Set<string>>): void {
  if (!mark) return
  const { replacement, glyphs, isReversed } = mark
  const characters = glyphs.length === 1 ? [replacement?.join('') ?? asMapped] : replacement
  const isKnown = characters !== undefined && characters.length === glyphs.length
  glyphs.forEach((glyph, index) => {
    const meaning = isKnown ? characters.at(isReversed ? -1 - index : index) : undefined
    uses.set(glyph, (uses.get(glyph) ?? new Set()).add(meaning ?? asMapped))
  })
}

/** The replacement text of a mark (ISO 32000-2, 14.9.4), whose string is written in hex digits of UTF-16 or, where it can be, in ASCII. */
function replacementText(operands: readonly string[]): string[] | undefined {
  const [, hex, ascii] = /\/ActualText (?:<FEFF([0-9A-Fa-f]+)>|\((.*)\) >>)/s.exec(operands.join(' ')) ?? []
  if (hex !== undefined) return [...Buffer.from(hex, 'hex').swap16().toString('utf16le')]
  return ascii === undefined ? undefined : [...ascii.replaceAll(/\\(.)/gs, '$1')]
}

function remap(pdf: PDFDocument, font: number, code: string, meaning: string): void {
  const dictionary = pdf.context.lookup(PDFRef.of(font))
  const place = dictionary instanceof PDFDict ? dictionary.get(PDFName.of('ToUnicode')) : undefined
  const map = pdf.context.lookup(place)
  if (!(place instanceof PDFRef) || !(map instanceof PDFRawStream)) return
  const rules = Buffer.from(decodePDFRawStream(map).decode()).toString('latin1')
  // A later rule of a map wins over an earlier one.
  const added = rules.replace('endcmap', `1 beginbfchar\n<${code}> <${Buffer.from(meaning, 'utf16le').swap16().toString('hex')}>\nendbfchar\nendcmap`)
  pdf.context.assign(place, pdf.context.flateStream(Buffer.from(added, 'latin1')))
}
