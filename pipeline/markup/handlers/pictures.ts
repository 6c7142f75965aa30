import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { NodeOf } from '../../ast/nodes.ts'
import type { Handler, MarkupState } from '../state.ts'
import { toHast } from '../to-hast.ts'
import { drawBoxContent } from './boxes.ts'

/** `figure.picture > img + figcaption > .caption + .credit`; the story’s first picture is `.picture.lead`. */
export const figure: Handler<'figure'> = (node, state, parent) => {
  const isLead = node === state.article.lead
  const place = isLead ? 'lead' : parent === 'gallery' ? 'gallery' : 'figure'
  return h('figure', { id: node.id, className: ['picture', isLead ? 'lead' : ''].filter(Boolean), role: state.figureRole }, [
    state.drawPicture(node.picture, node.alt, place),
    ...drawCaption(captionLine(node, state)),
  ])
}

/** `section.gallery`: its title as a heading, then its pictures. */
export const gallery: Handler<'gallery'> = (node, state) =>
  h('section', { id: node.id, className: ['gallery'] }, drawBoxContent(node, state).children)

/** The picture among the words of a line; a title that it has follows it in `small.inline-caption`. */
export const image: Handler<'image'> = (node, state) => {
  const drawn = state.drawPicture(node.picture, node.alt, 'inline')
  return node.title ? [drawn, { type: 'text', value: ' ' }, h('small', { className: ['inline-caption'] }, node.title)] : drawn
}

/** Caption and credit, each in a span of its own; whatever is absent draws nothing. Credit and copyright share a span. */
export function captionLine(node: Pick<NodeOf<'figure'>, 'children' | 'credit' | 'copyright'>, state: MarkupState): Element[] {
  const caption = toHast(node.children, state, 'figure')
  const credit = creditLine(node.credit, node.copyright)
  return [
    ...(caption.length ? [h('span', { className: ['caption'] }, caption)] : []),
    ...(credit ? [h('span', { className: ['credit'] }, credit)] : []),
  ]
}

/** One often repeats the other (“Ewa Nowak”, “© 2026 Ewa Nowak”): then the fuller one says it all. */
function creditLine(credit = '', copyright = ''): string {
  if (copyright.includes(credit)) return copyright
  return credit.includes(copyright) ? credit : `${credit} · ${copyright}`
}

/** `figcaption`, or nothing for nothing; a space between its parts, so that words never run together. */
export function drawCaption(parts: readonly Element[]): Element[] {
  const spaced = parts.flatMap((part, index): ElementContent[] => (index ? [{ type: 'text', value: ' ' }, part] : [part]))
  return parts.length ? [h('figcaption', spaced)] : []
}
