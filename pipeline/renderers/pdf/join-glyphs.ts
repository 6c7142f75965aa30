import type { Operation } from './content-operators.ts'
import type { GlyphWidths } from './glyph-widths.ts'

/** Glyphs of one line that are shown together; places are in text space, from where the first of them stands (ISO 32000-2, 9.4.3). */
interface Run {
  /** Strings of codes, and between two of them how far the pen goes back, in thousandths of the size. */
  pieces: string[]
  /** Where the pen is after the last glyph. */
  pen: number
  /** Where Chromium has placed the last string. */
  last: number
}

// Wider than a kern: where a reader sees one word and not two may depend on how it was written.
const widestKern = 120
// A glyph moves by less than a hundred thousandth of its size.
const smallestKern = 0.01

/**
 * The same instructions with the glyphs of a line in one string. Chromium places every glyph for itself where the widths of a font are no
 * binary fractions, so that a page of text has ten times the instructions, and each reader has to go through them.
 */
export function joinGlyphs(operations: readonly Operation[], fonts: ReadonlyMap<string, GlyphWidths>): Operation[] {
  const joined: Operation[] = []
  let widths: GlyphWidths | undefined
  let size = 0
  let run: Run | undefined
  // How far the line has moved on in Chromium's instructions and not yet in ours.
  let owed = 0
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index]
    if (!operation) break
    const { operator, operands } = operation
    const shown = operations[index + 1]
    if (run && widths && operator === 'Td' && shown?.operator === 'Tj' && extend(run, operands, shown.operands, widths, size)) {
      index += 1
      continue
    }
    if (run) {
      joined.push(show(run))
      owed += run.last
      run = undefined
    }
    if (operator === 'Tf') [widths, size] = [fonts.get(operands[0] ?? ''), Number(operands[1])]
    if (operator === 'Tm' || operator === 'BT') owed = 0
    if (operator === 'Tj' && widths && size > 0) run = begin(operands, widths, size)
    if (run) continue
    if (operator === 'Td' && owed !== 0) {
      joined.push({ operator, operands: [decimal(owed + Number(operands[0])), operands[1] ?? '0'] })
      owed = 0
    } else joined.push(operation)
  }
  return joined
}

function begin([string = '']: readonly string[], widths: GlyphWidths, size: number): Run | undefined {
  return isCodes(string) ? { pieces: [string.slice(1, -1)], pen: advance(string, widths, size), last: 0 } : undefined
}

/** Let a run go on with what is shown at another place of its line; false where that is too far from its pen. */
function extend(run: Run, [right, up]: readonly string[], [string = '']: readonly string[], widths: GlyphWidths, size: number): boolean {
  const place = run.last + Number(right)
  const kern = ((run.pen - place) / size) * 1000
  if (Number(up) !== 0 || !isCodes(string) || !(Math.abs(kern) <= widestKern)) return false
  const codes = string.slice(1, -1)
  if (Math.abs(kern) < smallestKern) run.pieces.push((run.pieces.pop() ?? '') + codes)
  else {
    run.pieces.push(decimal(kern), codes)
    run.pen -= (Number(decimal(kern)) / 1000) * size
  }
  run.pen += advance(string, widths, size)
  run.last = place
  return true
}

/** Each second piece is a kern. */
function show({ pieces }: Run): Operation {
  const operands = pieces.map((piece, index) => (index % 2 === 0 ? `<${piece}>` : piece))
  return pieces.length === 1 ? { operator: 'Tj', operands } : { operator: 'TJ', operands: ['[', ...operands, ']'] }
}

function isCodes(string: string): boolean {
  return /^<(?:[0-9A-Fa-f]{4})+>$/.test(string)
}

function advance(string: string, widths: GlyphWidths, size: number): number {
  let sum = 0
  for (let place = 1; place + 4 < string.length; place += 4) sum += widths(Number.parseInt(string.slice(place, place + 4), 16))
  return (sum / 1000) * size
}

/** PDF knows no exponents (ISO 32000-2, 7.3.3). */
function decimal(value: number): string {
  return value.toFixed(5).replace(/\.?0+$/, '')
}
