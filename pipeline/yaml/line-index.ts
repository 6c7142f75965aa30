import type { Position } from '../ast/small-types.ts'

/** Tells line and column (from 1) of an offset into a text whose lines end in `\n`. */
export function indexLines(text: string): (offset: number) => Position['start'] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => {
    const line = lineOf(offset, starts)
    return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset }
  }
}

/** The number of the last line that begins at or before an offset. */
function lineOf(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
