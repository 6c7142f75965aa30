import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { NodeOf } from '../../ast/nodes.ts'
import type { Handler, MarkupState } from '../state.ts'
import { toHast } from '../to-hast.ts'

/** `ul` or `ol`; `.task-list` where items are ticked off. */
export const list: Handler<'list'> = (node, state) => {
  const isTaskList = node.children.some(({ checked }) => checked !== undefined)
  const start = node.ordered && node.start !== 1 ? node.start : undefined
  const items = node.children.flatMap((item) => drawItem(item, node.spread || node.children.some(({ spread }) => spread), state))
  return h(node.ordered ? 'ol' : 'ul', { id: node.id, className: isTaskList ? ['task-list'] : null, start }, items)
}

/** `li`, drawn as an item of a loose list: its list knows better. */
export const listItem: Handler<'listItem'> = (node, state) => {
  const children = toHast(node.children, state, 'listItem')
  return h('li', checkbox(node.checked, state), children)
}

/** In a tight list the item’s first paragraph needs no element of its own (CommonMark 5.3); its id moves to the item. */
function drawItem(item: NodeOf<'listItem'>, isLoose: boolean, state: MarkupState): ElementContent | ElementContent[] {
  const drawn = state.handlers.listItem(item, state, 'list')
  if (isLoose || Array.isArray(drawn) || drawn.type !== 'element') return drawn
  const paragraph = drawn.children.findIndex((child) => child.type === 'element' && child.tagName !== 'input')
  const first = drawn.children[paragraph]
  if (first?.type !== 'element' || first.tagName !== 'p' || item.children[0]?.type !== 'paragraph') return drawn
  return unwrap(drawn, first, paragraph)
}

function unwrap(item: Element, paragraph: Element, index: number): Element {
  const children = item.children.toSpliced(index, 1, ...paragraph.children)
  return { ...item, properties: { ...paragraph.properties, ...item.properties }, children }
}

function checkbox(checked: boolean | undefined, { words }: MarkupState): ElementContent[] {
  if (checked === undefined) return []
  const ariaLabel = checked ? words.completed : words.toDo
  return [h('input', { type: 'checkbox', checked, disabled: true, ariaLabel }), { type: 'text', value: ' ' }]
}
