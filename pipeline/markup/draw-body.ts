import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { drawFootnotes } from './handlers/footnotes.ts'
import type { MarkupState } from './state.ts'
import { toHast } from './to-hast.ts'

/** The body of a story: dateline run in, footnotes at the end. */
export function drawBody(state: MarkupState): ElementContent[] {
  const { article } = state
  const drawn = toHast(article.body.children, state, 'root')
  const text = article.dateline === undefined ? drawn : withDateline(article.dateline, drawn)
  return [...text, ...drawFootnotes(state)]
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
