import { h } from 'hastscript'
import { linkAttributes } from '../address.ts'
import type { Handler } from '../state.ts'
import { toHast } from '../to-hast.ts'

/**
 * `figure.pullquote > blockquote + figcaption`. Words that the running text holds too are for the eye only: speech would
 * say them twice.
 */
export const pullQuote: Handler<'pullQuote'> = (node, state) => {
  const paragraphs = node.text.split(/\n\s*\n/).map((paragraph) => h('p', paragraph))
  const isRepeated = state.isSaidInText(node.text)
  return h('figure', { id: node.id, className: ['pullquote'], role: state.figureRole, ariaHidden: isRepeated ? 'true' : null }, [
    h('blockquote', paragraphs),
    ...(node.by ? [h('figcaption', node.by)] : []),
  ])
}

/** `aside.related`: “Related” in `.related-label`, then the other story’s headline as a link. */
export const relatedLink: Handler<'relatedLink'> = (node, state) => {
  const attributes = linkAttributes(node.url, state)
  const words = node.children.length ? toHast(node.children, state, 'relatedLink') : [node.url]
  return h('aside', { id: node.id, className: ['related'] }, [
    h('p', [
      h('span', { className: ['related-label'] }, state.words.related),
      ' ',
      ...(attributes ? [h('a', { ...attributes }, words)] : words),
    ]),
  ])
}
