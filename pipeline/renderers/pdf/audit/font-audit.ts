import { PDFName, PDFRawStream, PDFStream, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { bytesOf } from '../stream-bytes.ts'
import { dictOf, listOf, nameOf, numberOf, wordsOf, type AuditedFile } from './audited-file.ts'
import type { PdfFault } from './pdf-fault.ts'

const key = PDFName.of

/** A font of the file, with the codes that its text uses. */
interface UsedFont {
  dict: PDFDict
  name: string
  codes: Set<number>
}

/** Fonts are in the file, and say which character each glyph is (ISO 14289-1, 7.21). Only the two kinds that Chromium writes are let in. */
export function auditFonts(file: AuditedFile): PdfFault[] {
  return fontsOf(file).flatMap((font) => {
    const type = nameOf(font.dict.lookup(key('Subtype')))
    if (type === 'Type0') return [...composite(font), ...characters(font)]
    if (type === 'Type3') return font.dict.has(key('ToUnicode')) ? [] : [fault('31-027', font, 'no ToUnicode')]
    const isTrueType = type === 'TrueType'
    const refused: readonly PdfFault['condition'][] = isTrueType ? ['31-017', '31-018', '31-019', '31-020', '31-021', '31-022', '31-024', '31-025', '31-026'] : ['31-012', '31-013']
    return [...refused.map((condition) => fault(condition, font, `a font of type ${type ?? 'none'}`)), ...(embedded(dictOf(font.dict.lookup(key('FontDescriptor')))) ? [] : [fault('31-009', font, 'no font file')])]
  })
}

function fault(condition: PdfFault['condition'], { name }: UsedFont, found: string): PdfFault {
  return { condition, where: name, found }
}

function fontsOf({ pages }: AuditedFile): UsedFont[] {
  const fonts = new Map<PDFDict, UsedFont>()
  for (const { dict, operations } of pages) {
    const resources = dictOf(dictOf(dict.lookup(key('Resources')))?.lookup(key('Font')))
    let current: UsedFont | undefined
    for (const { operator, operands } of operations) {
      if (operator === 'Tf') current = use(fonts, dictOf(resources?.lookup(key(operands[0]?.slice(1) ?? ''))))
      else if (current && (operator === 'Tj' || operator === 'TJ')) noteCodes(operands, current.codes)
    }
  }
  return [...fonts.values()]
}

function use(fonts: Map<PDFDict, UsedFont>, dict: PDFDict | undefined): UsedFont | undefined {
  if (dict === undefined) return undefined
  const known = fonts.get(dict) ?? { dict, name: nameOf(dict.lookup(key('BaseFont'))) ?? 'a font without a name', codes: new Set<number>() }
  fonts.set(dict, known)
  return known
}

function noteCodes(operands: readonly string[], codes: Set<number>): void {
  for (const operand of operands) {
    if (operand.startsWith('<')) for (const code of operand.match(/[0-9A-Fa-f]{4}/g) ?? []) codes.add(Number.parseInt(code, 16))
  }
}

function composite(font: UsedFont): PdfFault[] {
  const encoding = font.dict.lookup(key('Encoding'))
  const [descendant] = listOf(font.dict.lookup(key('DescendantFonts'))).map(dictOf)
  const map = descendant?.lookup(key('CIDToGIDMap'))
  const isTrueType = nameOf(descendant?.lookup(key('Subtype'))) === 'CIDFontType2'
  return [
    ...encodingFaults(font, encoding, descendant),
    ...(isTrueType && map === undefined ? [fault('31-005', font, 'no CIDToGIDMap')] : []),
    ...(isTrueType && map !== undefined && !(map instanceof PDFStream) && nameOf(map) !== 'Identity' ? [fault('31-004', font, String(map))] : []),
    ...(embedded(dictOf(descendant?.lookup(key('FontDescriptor')))) ? [] : [fault('31-009', font, 'no font file')]),
    ...glyphList(font, dictOf(descendant?.lookup(key('FontDescriptor')))),
  ]
}

/** Identity needs nothing more; an encoding of the file's own must be made for the characters of its font. */
function encodingFaults(font: UsedFont, encoding: PDFObject | undefined, descendant: PDFDict | undefined): PdfFault[] {
  if (nameOf(encoding) === 'Identity-H' || nameOf(encoding) === 'Identity-V') return []
  if (!(encoding instanceof PDFStream)) return [fault('31-006', font, `the encoding ${String(encoding)}`)]
  const [own, font2] = [dictOf(encoding.dict.lookup(key('CIDSystemInfo'))), dictOf(descendant?.lookup(key('CIDSystemInfo')))]
  const differ = (name: string): boolean => wordsOf(own?.lookup(key(name))) !== wordsOf(font2?.lookup(key(name)))
  const supplement = (info: PDFDict | undefined): number => numberOf(info?.lookup(key('Supplement'))) ?? 0
  return [
    ...(differ('Registry') ? [fault('31-001', font, 'another Registry')] : []),
    ...(differ('Ordering') ? [fault('31-002', font, 'another Ordering')] : []),
    ...(supplement(own) > supplement(font2) ? [fault('31-003', font, 'a lower Supplement')] : []),
    ...(encoding.dict.has(key('WMode')) ? [fault('31-007', font, 'an encoding with a writing mode')] : []),
    ...(encoding.dict.has(key('UseCMap')) ? [fault('31-008', font, 'an encoding that stands on another')] : []),
  ]
}

function embedded(descriptor: PDFDict | undefined): boolean {
  return ['FontFile', 'FontFile2', 'FontFile3'].some((name) => descriptor?.lookup(key(name)) instanceof PDFStream)
}

/** PDF/UA-1 asks for no list of glyphs; one that is there must have every glyph that is used. */
function glyphList(font: UsedFont, descriptor: PDFDict | undefined): PdfFault[] {
  const list = descriptor?.lookup(key('CIDSet'))
  if (list === undefined) return []
  if (!(list instanceof PDFRawStream)) return [fault('31-014', font, 'a CIDSet that is no stream')]
  const bits = bytesOf(list)
  const missing = [...font.codes].filter((code) => (((bits[code >> 3] ?? 0) >> (7 - (code & 7))) & 1) === 0)
  return missing.length > 0 ? [fault('31-015', font, `a CIDSet without ${missing.length} of the glyphs`)] : []
}

/** Every code that is used has a character, and one that means something. */
function characters(font: UsedFont): PdfFault[] {
  const map = font.dict.lookup(key('ToUnicode'))
  if (!(map instanceof PDFRawStream)) return [fault('31-027', font, 'no ToUnicode')]
  const unicode = readMap(bytesOf(map).toString('latin1'))
  const used = [...font.codes]
  const unknown = used.filter((code) => code !== 0 && !unicode.has(code))
  const values = [...unicode.values()]
  return [
    ...(unknown.length > 0 ? [fault('10-001', font, `${unknown.length} glyphs without a character, glyph ${unknown[0]} first`)] : []),
    ...(values.some((value) => value.includes('\0')) ? [fault('31-028', font, 'U+0000')] : []),
    ...(values.some((value) => /[\uFEFF\uFFFE]/.test(value)) ? [fault('31-029', font, 'U+FEFF or U+FFFE')] : []),
    ...(font.codes.has(0) ? [fault('31-030', font, 'glyph 0')] : []),
  ]
}

/** The rules of a ToUnicode map (ISO 32000-1, 9.10.3): `beginbfchar` one by one, `beginbfrange` by ranges; later ones win. */
function readMap(rules: string): Map<number, string> {
  const unicode = new Map<number, string>()
  for (const [, kind, body = ''] of rules.matchAll(/beginbf(char|range)([\s\S]*?)endbf\1/g)) {
    if (kind === 'char') for (const [, code = '', value = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g)) unicode.set(Number.parseInt(code, 16), textOf(value))
    else for (const [, from = '', to = '', list, first = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:\[([^\]]*)\]|<([0-9A-Fa-f]*)>)/g)) setRange(unicode, Number.parseInt(from, 16), Number.parseInt(to, 16), list, first)
  }
  return unicode
}

function setRange(unicode: Map<number, string>, from: number, to: number, list: string | undefined, first: string): void {
  const values = list?.match(/[0-9A-Fa-f]+/g)
  for (let code = from; code <= to; code++) {
    const value = values ? textOf(values[code - from] ?? '') : lastRaised(textOf(first), code - from)
    unicode.set(code, value)
  }
}

/** In a range only the last character counts up. */
function lastRaised(text: string, by: number): string {
  const points = [...text]
  const last = points.pop()?.codePointAt(0) ?? 0
  return points.join('') + String.fromCodePoint(last + by)
}

function textOf(hex: string): string {
  return Buffer.from(hex.length % 4 === 0 ? hex : hex.padStart(4, '0'), 'hex').swap16().toString('utf16le')
}
