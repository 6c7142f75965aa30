import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Operation } from './content-operators.ts'
import { glyphWidths } from './glyph-widths.ts'
import { joinGlyphs } from './join-glyphs.ts'
import { operationsOf, replaceOperations } from './page-content.ts'

type Test = (operation: Operation) => boolean

const begin: Operation = { operands: ['/Artifact'], operator: 'BMC' }
const end: Operation = { operands: [], operator: 'EMC' }
const opensMark = new Set(['BMC', 'BDC'])
const buildsPath = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const paintsPath = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const paintsAlone = new Set(['Do', 'sh'])
// Marks without a number only say how text is to be read; those with one belong to the tags.
const holdsTaggedText: Test = ({ operands }) => operands.includes('/MCID')

/**
 * Mark what is painted outside of the tags (running foot, rules, tints) as decoration, so that nothing on a page is
 * unmarked (ISO 32000-2, 14.8.2.2). Chromium leaves the margin boxes of a page unmarked.
 */
export function markArtifacts(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) replaceOperations(pdf, page, withArtifacts(joinGlyphs(operationsOf(page), glyphWidths(page))))
}

/** The same instructions, with marks around everything that paints and has none. */
export function withArtifacts(operations: readonly Operation[]): Operation[] {
  const marked: Operation[] = []
  let depth = 0
  for (let index = 0; index < operations.length; index++) {
    const length = depth === 0 ? unmarkedLength(operations, index) : 0
    if (length > 0) {
      marked.push(begin, ...operations.slice(index, index + length), end)
      index += length - 1
      continue
    }
    const operation = operations[index] ?? end
    if (opensMark.has(operation.operator)) depth += 1
    if (operation.operator === 'EMC') depth -= 1
    marked.push(operation)
  }
  return marked
}

/** How many instructions from here on paint one thing: a text object, a path, a picture. None, if they paint nothing or hold a mark. */
function unmarkedLength(operations: readonly Operation[], start: number): number {
  const first = operations[start]?.operator ?? ''
  if (paintsAlone.has(first)) return 1
  if (first === 'BT') return lengthTo(operations, start, ({ operator }) => operator === 'ET', holdsTaggedText)
  const previous = operations[start - 1]?.operator ?? ''
  if (!buildsPath.has(first) || buildsPath.has(previous)) return 0
  return lengthTo(operations, start, ({ operator }) => paintsPath.has(operator), ({ operator }) => !buildsPath.has(operator) && !paintsPath.has(operator))
}

function lengthTo(operations: readonly Operation[], start: number, isEnd: Test, isBarrier: Test): number {
  for (let index = start; index < operations.length; index++) {
    const operation = operations[index]
    if (!operation || isBarrier(operation)) return 0
    if (isEnd(operation)) return index - start + 1
  }
  return 0
}
