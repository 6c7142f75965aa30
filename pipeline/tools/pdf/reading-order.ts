/** Text that stands in one line. */
export interface TextPiece {
  text: string
  /** The next piece stands on another line. */
  endsLine: boolean
}

/** A piece as it was drawn. */
export interface MarkedPiece extends TextPiece {
  /** It is part of a run from right to left, whose pieces are drawn from left to right (`ReversedChars`, ISO 32000-2, 14.8.2.5.3). */
  isReversed: boolean
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const leftToRight = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu
const digits = /\p{Nd}/u

/** Pieces in the order in which they are read. They are drawn from left to right, whatever the direction of their words. */
export function inReadingOrder(pieces: readonly MarkedPiece[]): TextPiece[] {
  if (!pieces.some(({ isReversed }) => isReversed)) return [...pieces]
  const isRightToLeft = count(pieces, rightToLeft) >= count(pieces, leftToRight)
  return linesOf(pieces).flatMap((line) => (isRightToLeft ? [...reversedLine(line)] : reversedRuns(line)))
}

function count(pieces: readonly MarkedPiece[], letters: RegExp): number {
  return pieces.reduce((sum, { text }) => sum + (text.match(letters)?.length ?? 0), 0)
}

function has(letters: RegExp, piece: MarkedPiece): boolean {
  return count([piece], letters) > 0
}

function linesOf(pieces: readonly MarkedPiece[]): MarkedPiece[][] {
  const lines: MarkedPiece[][] = [[]]
  for (const piece of pieces) {
    lines.at(-1)?.push({ ...piece, endsLine: false })
    if (piece.endsLine) lines.push([])
  }
  return lines.map((line, index) => (index < lines.length - 1 ? [...line, { text: '', endsLine: true, isReversed: false }] : line))
}

/** A line from right to left: last piece first, but numbers and foreign words that follow one another in their own order. */
function reversedLine(line: readonly MarkedPiece[]): TextPiece[] {
  const end = line.filter(({ endsLine }) => endsLine)
  const ordered: TextPiece[] = []
  let foreign: TextPiece[] = []
  for (const piece of line.filter(({ endsLine }) => !endsLine).toReversed()) {
    const isForeign = (has(leftToRight, piece) || digits.test(piece.text)) && !has(rightToLeft, piece)
    if (isForeign) foreign.unshift(piece)
    else if (foreign.length && piece.text.trim() === '') foreign.unshift(piece)
    else {
      ordered.push(...foreign, asRead(piece))
      foreign = []
    }
  }
  return [...ordered, ...foreign, ...end]
}

/** In a line from left to right, the runs that go the other way. */
function reversedRuns(line: readonly MarkedPiece[]): TextPiece[] {
  const ordered: TextPiece[] = []
  let run: TextPiece[] = []
  for (const piece of line) {
    if (piece.isReversed) run.unshift(asRead(piece))
    else {
      ordered.push(...run, piece)
      run = []
    }
  }
  return [...ordered, ...run]
}

// The library has turned pieces with letters round already, those of marks and spaces not.
function asRead(piece: MarkedPiece): TextPiece {
  return /[\p{L}\p{N}]/u.test(piece.text) ? piece : { ...piece, text: [...piece.text].toReversed().join('') }
}
