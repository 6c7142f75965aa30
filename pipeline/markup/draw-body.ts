import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Flow } from '../ast/nodes.ts'
import { closedClass } from './closed-class.ts'
import { drawFootnotes } from './handlers/footnotes.ts'
import type { MarkupState } from './state.ts'
import { toHast } from './to-hast.ts'

/** The body of a story: dateline run in, footnotes at the end; `closed` are the blocks behind the paywall, which are marked as that. */
export function drawBody(state: MarkupState, closed: ReadonlySet<Flow> = new Set()): ElementContent[] {
  const { article } = state
  const drawn = article.body.children.flatMap((block) => {
    const elements = toHast([block], state, 'root')
    return closed.has(block) ? elements.map(asClosed) : elements
  })
  const text = article.dateline === undefined ? drawn : withDateline(article.dateline, drawn)
  return [...text, ...drawFootnotes(state)]
}

/** With the class that the story’s JSON-LD names as what is not free. */
function asClosed(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const { className } = node.properties
  return { ...node, properties: { ...node.properties, className: [...(Array.isArray(className) ? className : []), closedClass] } }
}

/** The place stands before the first words; a story that begins with a picture or a box has it in a line of its own. */
function withDateline(dateline: string, drawn: readonly ElementContent[]): ElementContent[] {
  const place = h('span', { className: ['dateline'] }, dateline)
  const [first, ...rest] = drawn
  if (!isParagraph(first)) return [h('p', { className: ['dateline-line'] }, place), ...drawn]
  return [{ ...first, children: [place, { type: 'text', value: ' — ' }, ...first.children] }, ...rest]
}

function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'p'
}
