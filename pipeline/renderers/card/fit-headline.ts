import { joinPieces, type Piece } from './break-headline.ts'

/** A piece with its width, and the widths of what may follow it, in em. */
export interface MeasuredPiece extends Piece {
  width: number
}

/** What a headline has to fit into; lengths in pixels, `lineHeight` as a factor on the size. */
export interface Room {
  width: number
  height: number
  maxLines: number
  largest: number
  /** The smallest size for `maxLines`; below it there may be two lines more, down to `smallest`. */
  legible: number
  smallest: number
  lineHeight: number
}

/** Widths of the marks that lines are joined and ended with, in em. */
export interface Marks {
  space: number
  hyphen: number
  ellipsis: number
}

/** A headline set: lines and size in pixels. `left` holds the words that did not fit at the smallest size. */
export interface FittedHeadline {
  lines: string[]
  size: number
  left?: string
}

/**
 * Set a headline at the largest size at which it sits in so many lines, in as few of them as that size needs, and so
 * that they are of like length. Only what does not fit at the smallest size is cut, at a word, with an ellipsis.
 */
export function fitHeadline(measured: readonly MeasuredPiece[], marks: Marks, room: Room): FittedHeadline {
  const pieces = measured.flatMap((piece) => splitGiant(piece, room.width / room.smallest - marks.hyphen))
  const largest = sizesDown(room.largest, room.smallest).find((size) => setAt(pieces, marks, room, size))
  if (largest === undefined) return cut(pieces, marks, room)
  // A little smaller is better where the lines then end together.
  const settings = sizesDown(largest, Math.max(room.smallest, largest * 0.88)).flatMap((size) => setAt(pieces, marks, room, size) ?? [])
  const best = settings.reduce((one, other) => (score(other, largest) > score(one, largest) ? other : one))
  return { size: best.size, lines: linesFrom(pieces, best.starts) }
}

/** One way to set the headline: where its lines begin, and the mean length of a line by the longest. */
interface Setting {
  size: number
  starts: number[]
  evenness: number
}

function setAt(pieces: readonly MeasuredPiece[], marks: Marks, room: Room, size: number): Setting | undefined {
  const starts = balance(pieces, marks, room.width / size, linesAt(room, size))
  if (!starts) return undefined
  const lengths = starts.map((start, index) => widthOf(pieces.slice(start, starts[index + 1]), marks))
  return { size, starts, evenness: lengths.reduce((sum, length) => sum + length, 0) / lengths.length / Math.max(...lengths) }
}

function score({ size, evenness }: Setting, largest: number): number {
  return size / largest + 0.5 * evenness
}

function sizesDown(from: number, to: number): number[] {
  return Array.from({ length: Math.floor((from - to) / 2) + 1 }, (_, step) => from - 2 * step)
}

function linesAt({ height, lineHeight, maxLines, legible }: Room, size: number): number {
  return Math.min(size < legible ? maxLines + 2 : maxLines, Math.floor(height / Math.round(size * lineHeight)))
}

/** Where each line begins, or nothing where the pieces need more lines than there may be. */
function balance(pieces: readonly MeasuredPiece[], marks: Marks, width: number, maxLines: number): number[] | undefined {
  const needed = greedy(pieces, marks, width)
  if (!needed || needed.length > maxLines) return undefined
  const ideal = widthOf(pieces, marks) / needed.length
  // best[n][i]: the least raggedness of the pieces before i in n lines, and where the last of these lines begins.
  const best: { cost: number; start: number }[][] = [pieces.map(() => ({ cost: Infinity, start: 0 }))]
  best[0]?.unshift({ cost: 0, start: 0 })
  for (let line = 1; line <= needed.length; line++) {
    best.push(Array.from({ length: pieces.length + 1 }, (_, end) => bestLine(pieces, marks, { width, ideal, end, before: best[line - 1] ?? [] })))
  }
  const starts: number[] = []
  for (let line = needed.length, end = pieces.length; line > 0; line--) {
    end = best[line]?.[end]?.start ?? 0
    starts.unshift(end)
  }
  return starts
}

interface LineChoice {
  width: number
  ideal: number
  end: number
  before: readonly { cost: number; start: number }[]
}

function bestLine(pieces: readonly MeasuredPiece[], marks: Marks, { width, ideal, end, before }: LineChoice): { cost: number; start: number } {
  let choice = { cost: Infinity, start: 0 }
  for (let start = end - 1; start >= 0; start--) {
    const line = pieces.slice(start, end)
    const length = widthOf(line, marks)
    if (length > width) break
    const cost = (before[start]?.cost ?? Infinity) + (length - ideal) ** 2 + (end < pieces.length ? ideal ** 2 * endingCost(line.at(-1)) : 0)
    if (cost < choice.cost) choice = { cost, start }
  }
  return choice
}

/** Lines should not end inside a word, nor on a little one that belongs to the next: `the`, `de`, `und`. In parts of a line, squared. */
function endingCost(last: Piece | undefined): number {
  if (!last) return 0
  return last.after === 'space' ? (/^\p{Ll}{1,3}$/u.test(last.text) ? 0.03 : 0) : 0.05
}

/** The fewest lines, each as full as can be; nothing where a piece is wider than a line. */
function greedy(pieces: readonly MeasuredPiece[], marks: Marks, width: number): number[] | undefined {
  const starts = [0]
  for (let end = 1; end <= pieces.length; end++) {
    const start = starts.at(-1) ?? 0
    if (widthOf(pieces.slice(start, end), marks) <= width) continue
    if (end - start === 1) return undefined
    starts.push(--end)
  }
  return starts
}

function widthOf(pieces: readonly MeasuredPiece[], marks: Marks): number {
  const last = pieces.length - 1
  const join = ({ after }: Piece, index: number) => (index < last ? (after === 'space' ? marks.space : 0) : after === 'hyphen' ? marks.hyphen : 0)
  return pieces.reduce((sum, piece, index) => sum + piece.width + join(piece, index), 0)
}

function linesFrom(pieces: readonly MeasuredPiece[], starts: readonly number[]): string[] {
  return starts.map((start, index) => joinPieces(pieces.slice(start, starts[index + 1])))
}

/** A word that is wider than a whole line at the smallest size is broken anywhere, for want of anything better. */
function splitGiant(piece: MeasuredPiece, width: number): MeasuredPiece[] {
  if (piece.width <= width) return [piece]
  const letters = [...piece.text]
  const count = Math.max(1, Math.floor((letters.length * width * 0.85) / piece.width))
  const chunks = Array.from({ length: Math.ceil(letters.length / count) }, (_, index) => letters.slice(index * count, (index + 1) * count))
  return chunks.map((chunk, index) => ({
    text: chunk.join(''),
    width: Math.min(width, (piece.width * chunk.length * 1.1) / letters.length),
    after: index === chunks.length - 1 ? piece.after : 'hyphen',
  }))
}

function cut(pieces: readonly MeasuredPiece[], marks: Marks, room: Room): FittedHeadline {
  const size = room.smallest
  const lines = Math.max(1, linesAt(room, size))
  for (let end = pieces.length - 1; end > 0; end--) {
    const kept = pieces.slice(0, end)
    const last = kept.at(-1)
    if (!last) break
    const text = `${last.text.replace(/[\p{P}\s]+$/u, '')}…`
    const shown: MeasuredPiece[] = [...kept.slice(0, -1), { text, width: last.width + marks.ellipsis, after: 'space' }]
    const starts = balance(shown, marks, room.width / size, lines)
    if (starts) return { size, lines: linesFrom(shown, starts), left: joinPieces(pieces.slice(end)) }
  }
  return { size, lines: ['…'], left: joinPieces(pieces) }
}
