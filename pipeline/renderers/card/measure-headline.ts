import { breakHeadline } from './break-headline.ts'
import type { CardFonts } from './card-fonts.ts'
import { cardLines, mannerOf, type CardWords } from './card-words.ts'
import type { Marks, MeasuredPiece } from './fit-headline.ts'
import { measureWords, type StyledWord } from './measure-words.ts'

/** A headline taken apart and measured: all that is needed to set it on a card of any size. */
export interface HeadlineMeasure {
  pieces: MeasuredPiece[]
  marks: Marks
  fontFamily: string
  /** Factor on the size of the type. */
  lineHeight: number
  /** In em. */
  letterSpacing: number
}

/** Measure the headline, and find which letters of all the words no font has. */
export async function measureHeadline(words: CardWords, fonts: CardFonts): Promise<{ headline: HeadlineMeasure; missing: ReadonlySet<string> }> {
  const style = styleOf(words, fonts)
  const pieces = breakHeadline(words.headline ?? '')
  const styled = (text: string): StyledWord => ({ text, fontFamily: style.fontFamily, letterSpacing: style.letterSpacing })
  const probes = ['n n', 'nn', '-', '…'].map(styled)
  const others = cardLines.flatMap((line) => (words[line] ?? '').split(' ').map((text): StyledWord => ({ text, fontFamily: `${fonts.sans}, ${fonts.serif}` })))
  const measured = await measureWords([...probes, ...pieces.map(({ text }) => styled(text)), ...others], fonts)
  const [apart = 0, together = 0, hyphen = 0, ellipsis = 0, ...rest] = measured.map(({ width }) => width)
  return {
    headline: { ...style, pieces: pieces.map((piece, index) => ({ ...piece, width: rest[index] ?? 0 })), marks: { space: apart - together, hyphen, ellipsis } },
    missing: new Set(measured.flatMap(({ missing }) => missing)),
  }
}

/** Paid content is set in the sans, so that it does not look like news; scripts with joined or tall letters need air, not tightening. */
function styleOf({ kind, headline = '' }: CardWords, { serif, sans }: CardFonts): Pick<HeadlineMeasure, 'fontFamily' | 'lineHeight' | 'letterSpacing'> {
  const isPaid = mannerOf(kind) === 'paid'
  const fontFamily = isPaid ? `${sans}, ${serif}` : `${serif}, ${sans}`
  if (/\p{Script=Arabic}/u.test(headline)) return { fontFamily, lineHeight: 1.5, letterSpacing: 0 }
  if (/\p{Script=Hebrew}/u.test(headline)) return { fontFamily, lineHeight: 1.25, letterSpacing: 0 }
  return { fontFamily, lineHeight: isPaid ? 1.16 : 1.1, letterSpacing: isPaid ? -0.02 : -0.012 }
}
