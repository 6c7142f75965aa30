import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { referenceId, type Footnote } from '../footnotes.ts'
import type { Handler, MarkupState } from '../state.ts'
import { toHast } from '../to-hast.ts'

/** `sup > a.footnote-ref`, the number as a link to the note (roles of DPUB-ARIA 1.1); as typed, where there is no such note. */
export const footnoteReference: Handler<'footnoteReference'> = (node, state) => {
  const footnote = state.footnotes.get(node.identifier)
  if (!footnote) return { type: 'text', value: `[^${node.label}]` }
  const position = footnote.references.indexOf(node)
  const properties = {
    id: position === -1 ? null : referenceId(footnote, position),
    href: `#${footnote.id}`,
    className: ['footnote-ref'],
    role: 'doc-noteref',
    ariaLabel: `${state.words.footnote} ${footnote.number}`,
  }
  return h('sup', h('a', properties, String(footnote.number)))
}

/** Nothing where it is written: `drawFootnotes` gathers the notes at the end. */
export const footnoteDefinition: Handler<'footnoteDefinition'> = () => []

/** `section.footnotes` with a heading and a numbered list; each note has a way back to every place that refers to it. */
export function drawFootnotes(state: MarkupState): ElementContent[] {
  if (state.footnotes.all.length === 0) return []
  const id = state.freshId('footnotes')
  const notes = state.footnotes.all.map((footnote) => drawFootnote(footnote, state))
  return [
    h('section', { className: ['footnotes'], role: 'doc-endnotes', ariaLabelledBy: id }, [
      h('h2', { id }, state.words.footnotes),
      h('ol', notes),
    ]),
  ]
}

function drawFootnote(footnote: Footnote, state: MarkupState): Element {
  const children = toHast(footnote.definition.children, state, 'footnoteDefinition')
  const back = footnote.references.flatMap((_, position): ElementContent[] => [
    ...(position ? [{ type: 'text' as const, value: ' ' }] : []),
    wayBack(footnote, position, state),
  ])
  return h('li', { id: footnote.id }, back.length ? withWayBack(children, back) : children)
}

/** In the line of the note’s last words, or in one of its own where the note ends in a list or a picture. */
function withWayBack(children: ElementContent[], back: ElementContent[]): ElementContent[] {
  const last = children.at(-1)
  if (last?.type !== 'element' || last.tagName !== 'p') return [...children, h('p', back)]
  return [...children.slice(0, -1), { ...last, children: [...last.children, { type: 'text', value: ' ' }, ...back] }]
}

// An upward arrow, because the text fonts have one: a hooked arrow comes from a system font, or as an empty box.
function wayBack(footnote: Footnote, position: number, { words }: MarkupState): Element {
  const isOnly = footnote.references.length === 1
  const properties = {
    href: `#${referenceId(footnote, position)}`,
    className: ['footnote-back'],
    role: 'doc-backlink',
    ariaLabel: `${words.backToText} ${footnote.number}${isOnly ? '' : `.${position + 1}`}`,
  }
  return h('a', properties, isOnly ? '↑' : ['↑', h('sup', String(position + 1))])
}
