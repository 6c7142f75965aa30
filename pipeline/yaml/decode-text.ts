import type { Report } from '../contract/catalogue.ts'
import type { SourceFile } from '../contract/source.ts'

/** A text file, decoded: line endings are all `\n`, so lines count as an editor shows them, and there is no byte order mark. */
export interface DecodedText {
  text: string
  /** False when the bytes were not UTF-8 or hold what no output can carry; `text` is then a best guess and never published. */
  readable: boolean
}

/** Decode a file as UTF-8. Reports `not-utf8` at the first bad byte, `control-character` at each forbidden character; never throws. */
export function decodeText(file: SourceFile, report: Report): DecodedText {
  const utf16 = utf16Mark(file.bytes)
  const decoded = new TextDecoder(utf16 ?? 'utf-8').decode(file.bytes)
  const text = decoded.replace(/\r\n?/g, '\n')
  const bad = utf16 ? { line: 1, column: 1, byte: file.bytes[0] ?? 0 } : firstBadByte(file.bytes, decoded)
  if (!bad) return { text, readable: reportControls(text, file.path, report) }
  const { line, column, byte } = bad
  report('not-utf8', { file: file.path, line, column }, { byte: hex(byte), encoding: utf16?.toUpperCase() ?? 'Windows-1252' })
  return { text, readable: false }
}

function utf16Mark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Walks bytes and decoded characters side by side: where a replacement character was not written, a byte was bad. */
function firstBadByte(bytes: Uint8Array, decoded: string): { line: number; column: number; byte: number } | undefined {
  if (!decoded.includes('\uFFFD')) return undefined
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  let line = 1
  let column = 1
  for (const character of decoded) {
    if (character === '\uFFFD' && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf)) return { line, column, byte: bytes[at] ?? 0 }
    at += byteLength(character.codePointAt(0) ?? 0)
    const endsLine = character === '\n' || (character === '\r' && bytes[at] !== 0x0a)
    line += endsLine ? 1 : 0
    column = endsLine ? 1 : column + character.length
  }
  return undefined
}

function byteLength(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** What XML 1.0 (§2.2) or the WHATWG parser forbid; an EPUB with one of them cannot be opened. */
const forbidden = /(?![\t\n\r\u0085])[\p{Cc}\p{Noncharacter_Code_Point}\p{Cs}]/u

/** The first character of a text that no output can carry, as `U+000C`, or nothing. */
export function forbiddenCharacter(text: string): string | undefined {
  const found = forbidden.exec(text)
  return found ? `U+${hex(found[0].charCodeAt(0)).slice(2).padStart(4, '0')}` : undefined
}

function reportControls(text: string, file: string, report: Report): boolean {
  if (!forbidden.test(text)) return true
  for (const [index, line] of text.split('\n').entries()) {
    const found = forbidden.exec(line)
    if (found) report('control-character', { file, line: index + 1, column: found.index + 1 }, { code: forbiddenCharacter(line) ?? '' })
  }
  return false
}

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
