import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import type { NodeOf } from '../../ast/nodes.ts'
import type { Handler } from '../state.ts'
import { toHast } from '../to-hast.ts'

/**
 * `div.table-scroll > table`: a wide table scrolls in its own frame, which the keyboard can reach and a name tells apart
 * (WCAG 2.1.1). Columns are aligned by class (`.align-left`, `.align-center`, `.align-right`).
 */
export const table: Handler<'table'> = (node, state) => {
  const [head, ...body] = square(toHast(node.children, state, 'table'), node.align)
  if (!head) return []
  const columns = head.children.map((cell) => toString(cell).trim()).filter(Boolean)
  const ariaLabel = `${state.words.table} ${state.tableNumber(node)}${columns.length ? `: ${columns.join(', ')}` : ''}`
  return h('div', { id: node.id, className: ['table-scroll'], role: 'region', ariaLabel, tabIndex: 0 }, [
    h('table', [h('thead', headRow(head)), ...(body.length ? [h('tbody', body)] : [])]),
  ])
}

/** `tr` */
export const tableRow: Handler<'tableRow'> = (node, state) => h('tr', toHast(node.children, state, 'tableRow'))

/** `td`; those of the first row become `th`. */
export const tableCell: Handler<'tableCell'> = (node, state) => h('td', toHast(node.children, state, 'tableCell'))

/** Give all rows the same number of cells: what Markdown leaves out is an empty cell. */
function square(rows: readonly ElementContent[], align: NodeOf<'table'>['align']): Element[] {
  const elements = rows.filter((row): row is Element => row.type === 'element')
  const width = Math.max(0, ...elements.map((row) => row.children.length))
  return elements.map((row) => {
    const missing = Array.from({ length: width - row.children.length }, () => h('td'))
    return { ...row, children: [...row.children, ...missing].map((cell, column) => aligned(cell, align[column])) }
  })
}

function aligned(cell: ElementContent, side: NodeOf<'table'>['align'][number] | undefined): ElementContent {
  if (!side || cell.type !== 'element') return cell
  return { ...cell, properties: { ...cell.properties, className: [`align-${side}`] } }
}

/** A heading cell without words would announce nothing: the empty corner of a table is no heading. */
function headRow(row: Element): Element {
  const children = row.children.map((cell) =>
    cell.type === 'element' && toString(cell).trim() !== ''
      ? { ...cell, tagName: 'th', properties: { scope: 'col', ...cell.properties } }
      : cell,
  )
  return { ...row, children }
}
