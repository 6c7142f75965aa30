import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { AnyNode, NodeOf } from '../../ast/nodes.ts'
import { formatClock, formatDay } from '../format-date.ts'
import type { Handler, MarkupState } from '../state.ts'
import { toHast } from '../to-hast.ts'

/** `aside.factbox`, named by its title. */
export const factBox: Handler<'factBox'> = (node, state) => {
  const { titleId, children } = drawBoxContent(node, state)
  return h('aside', { id: node.id, className: ['factbox'], ariaLabelledBy: titleId }, children)
}

/** `article.update`: `time` with `.day` and `.clock`, the title, the text. Without a title it is `div.update`, because an article is known by its heading. */
export const update: Handler<'update'> = (node, state) => {
  const { titleId, children } = drawBoxContent(node, state)
  return h(titleId === undefined ? 'div' : 'article', { id: node.id, className: ['update'], ariaLabelledBy: titleId }, [updateTime(node, state), ...children])
}

/** `div.note`, a word from the editor that says what it is. */
export const note: Handler<'note'> = (node, state) =>
  h('div', { id: node.id, className: ['note'], role: 'note', ariaLabel: state.words.note }, toHast(node.children, state, 'note'))

/** The heading of a box, at the level that the outline gives it. */
export const title: Handler<'title'> = (node, state) => h(`h${state.level(node)}`, toHast(node.children, state, 'title'))

/** The content of a box, its heading with an id of its own by which the box can be named. */
export function drawBoxContent(
  node: NodeOf<'factBox'> | NodeOf<'update'> | NodeOf<'gallery'>,
  state: MarkupState,
): { titleId: string | undefined; children: ElementContent[] } {
  const [first, ...rest] = node.children as readonly AnyNode[]
  const drawnRest = toHast(rest, state, node.type)
  if (!first) return { titleId: undefined, children: [] }
  const drawn = toHast([first], state, node.type)
  const [heading] = drawn
  if (first.type !== 'title' || heading?.type !== 'element') return { titleId: undefined, children: [...drawn, ...drawnRest] }
  const titleId = state.freshId(`${node.id}-title`)
  return { titleId, children: [{ ...heading, properties: { id: titleId, ...heading.properties } }, ...drawnRest] }
}

function updateTime({ time }: NodeOf<'update'>, { article, publication }: MarkupState): ElementContent {
  const day = h('span', { className: ['day'] }, formatDay(time, article.language, publication.timezone).text)
  const clock = h('span', { className: ['clock'] }, formatClock(time, article.language, publication.timezone).text)
  return h('time', { dateTime: time }, [day, ' ', clock])
}
