import { expect, it } from 'vitest'
import { sortDiagnostics, type Diagnostic } from '../../pipeline/contract/diagnostic.ts'

function diagnostic(more: Partial<Diagnostic>): Diagnostic {
  return { severity: 'info', rule: 'not-carried', scope: 'story', file: 'articles/ferry.md', reason: '', hint: '', ...more }
}

it('orders diagnostics by place, then rule, then format, in whatever order they came', () => {
  const inOrder = [
    diagnostic({ file: '' }),
    diagnostic({ line: 2, column: 9 }),
    diagnostic({ line: 10, column: 1, rule: 'missing-alt' }),
    diagnostic({ line: 10, column: 1, format: 'amp' }),
    diagnostic({ line: 10, column: 1, format: 'pdf', reason: 'A' }),
    diagnostic({ line: 10, column: 1, format: 'pdf', reason: 'B' }),
    diagnostic({ file: 'articles/gale.md' }),
  ]
  expect(sortDiagnostics(inOrder.toReversed())).toEqual(inOrder)
  expect(sortDiagnostics(inOrder)).toEqual(inOrder)
})
