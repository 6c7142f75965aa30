import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Article } from '../../ast/article.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { hasEmptyGlyph } from './empty-glyphs.ts'
import { foreignFonts, mappedCharacters } from './printed-fonts.ts'

/** Say which characters of the printed words no font has, and which fonts are not the newspaper's own. */
export function reportLetters(pdf: PDFDocument, words: string, { source }: Pick<Article, 'source'>, { report }: Pick<RenderContext, 'report'>): void {
  for (const font of foreignFonts(pdf)) report('pdf/foreign-font', { file: source }, { font })
  if (!hasEmptyGlyph(pdf)) return
  const missing = missingLetters(pdf, words)
  report('pdf/missing-letters', { file: source }, { letters: named(missing), missing: missing.join('') })
}

function missingLetters(pdf: PDFDocument, words: string): string[] {
  const mapped = mappedCharacters(pdf)
  return [...new Set(words)].filter((letter) => /[^\s\p{Cf}\p{Cc}]/u.test(letter) && !mapped.has(letter))
}

const mostNamed = 12

/** For people: signs that stand over and under letters are told of in words, because alone they cannot be read. */
function named(letters: readonly string[]): string {
  const readable = letters.filter((letter) => !/\p{M}/u.test(letter))
  return readable.slice(0, mostNamed).map((letter) => `"${letter}" (${codePoint(letter)})`).join(', ') || 'some combined ones'
}

function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
