import { h } from 'hastscript'
import type { Handler } from '../state.ts'
import { toHast } from '../to-hast.ts'

/** `p` */
export const paragraph: Handler<'paragraph'> = (node, state) => h('p', { id: node.id }, toHast(node.children, state, 'paragraph'))

/** `h2` to `h6`, at the level that the outline gives it. */
export const heading: Handler<'heading'> = (node, state) =>
  h(`h${state.level(node)}`, { id: node.id }, toHast(node.children, state, 'heading'))

/** `blockquote` */
export const blockquote: Handler<'blockquote'> = (node, state) =>
  h('blockquote', { id: node.id }, toHast(node.children, state, 'blockquote'))

/** `pre > code.language-…`; long lines are to wrap, so that nothing need be scrolled sideways. */
export const code: Handler<'code'> = ({ id, lang, value }) =>
  h('pre', { id }, h('code', { className: lang === undefined ? null : [`language-${lang}`] }, value === '' ? [] : `${value}\n`))

/** `hr` */
export const thematicBreak: Handler<'thematicBreak'> = ({ id }) => h('hr', { id })
