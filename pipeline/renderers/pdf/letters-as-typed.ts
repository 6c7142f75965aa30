import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFObject, type PDFPage } from '@cantoo/pdf-lib'
import { operationsOf } from './page-content.ts'
import { bytesOf } from './stream-bytes.ts'

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
    const font = pdf.context.lookup(PDFRef.of(Number.parseInt(glyph, 10)))
    if (meanings.size === 1 && meaning !== asMapped) remap(pdf, font, (rules) => withMeaning(rules, glyph.slice(-4), meaning))
  }
  for (const font of new Set([...uses.keys()].map((glyph) => Number.parseInt(glyph, 10)))) {
    remap(pdf, pdf.context.lookup(PDFRef.of(font)), withoutZeros)
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
  for (const { operator, operands } of operationsOf(page)) {
    if (operator === 'BDC' || operator === 'BMC') marks.push(markOf(operands, marks.at(-1)))
    else if (operator === 'EMC') note(marks.pop(), uses)
    else if (operator === 'Tf') font = String(fonts?.get(PDFName.of(operands[0]?.slice(1) ?? '')) ?? '')
    else if (operator === 'Tj') marks.at(-1)?.glyphs.push(...codesOf(operands[0] ?? '').map((code) => `${font} ${code}`))
  }
}

/** Codes of two bytes each, in hex digits. */
function codesOf(string: string): readonly string[] {
  return string.length === 6 ? [string.slice(1, 5)] : (string.match(/[0-9A-Fa-f]{4}/g) ?? [])
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

/** Change the map of a font from glyphs to characters (ISO 32000-2, 9.10.3). */
function remap(pdf: PDFDocument, font: PDFObject | undefined, change: (rules: string) => string): void {
  const place = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined
  const map = pdf.context.lookup(place)
  if (!(place instanceof PDFRef) || !(map instanceof PDFRawStream)) return
  const rules = bytesOf(map).toString('latin1')
  pdf.context.assign(place, pdf.context.flateStream(Buffer.from(change(rules), 'latin1')))
}

// A later rule of a map wins over an earlier one.
function withMeaning(rules: string, code: string, meaning: string): string {
  const letters = Buffer.from(meaning, 'utf16le').swap16().toString('hex')
  return rules.replace('endcmap', `1 beginbfchar\n<${code}> <${letters}>\nendbfchar\nendcmap`)
}

// A stroke that is only part of a letter gets the character 0 from Chromium, which readers show or stop at: a word joiner
// (U+2060) is nothing to see or hear, and parts no word.
function withoutZeros(rules: string): string {
  return rules.replaceAll(/(<[0-9A-Fa-f]{4}>) <0000>(?=\n)/g, '$1 <2060>')
}
