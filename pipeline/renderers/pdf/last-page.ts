import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Operation } from './content-operators.ts'
import { operationsOf } from './page-content.ts'

/** How far down the last page its text reaches: 0 is the upper edge of the paper, 1 the lower. The running foot does not count. */
export function lastPageDepth(pdf: PDFDocument): number {
  const page = pdf.getPages().at(-1)
  if (!page) return 1
  const baselines = textBaselines(operationsOf(page))
  return baselines.length ? 1 - Math.min(...baselines) / page.getHeight() : 1
}

type Matrix = readonly [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Heights above the lower edge, in points, at which tagged text begins a line (ISO 32000-2, 8.3.4 and 9.4.2). */
function textBaselines(operations: readonly Operation[]): number[] {
  const baselines: number[] = []
  const saved: Matrix[] = []
  let current = identity
  let marks = 0
  for (const { operator, operands } of operations) {
    if (operator === 'q') saved.push(current)
    else if (operator === 'Q') current = saved.pop() ?? identity
    else if (operator === 'cm') current = multiply(matrixOf(operands), current)
    else if (operator === 'BDC' || operator === 'BMC') marks += 1
    else if (operator === 'EMC') marks -= 1
    else if (operator === 'Tm' && marks > 0) baselines.push(multiply(matrixOf(operands), current)[5])
  }
  return baselines
}

function matrixOf(operands: readonly string[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number)
  return [a, b, c, d, e, f]
}

function multiply([a, b, c, d, e, f]: Matrix, [m, n, o, p, q, r]: Matrix): Matrix {
  return [a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r]
}
