import { h } from 'hastscript'
import { linkAttributes } from '../address.ts'
import type { Handler } from '../state.ts'
import { toHast } from '../to-hast.ts'

/** Characters, as typed. */
export const text: Handler<'text'> = ({ value }) => ({ type: 'text', value })

/** `em` */
export const emphasis: Handler<'emphasis'> = (node, state) => h('em', toHast(node.children, state, 'emphasis'))

/** `strong` */
export const strong: Handler<'strong'> = (node, state) => h('strong', toHast(node.children, state, 'strong'))

/** `del` */
export const strikethrough: Handler<'delete'> = (node, state) => h('del', toHast(node.children, state, 'delete'))

/** `code` */
export const inlineCode: Handler<'inlineCode'> = ({ value }) => h('code', value)

/** `br` */
export const lineBreak: Handler<'break'> = () => [h('br'), { type: 'text', value: '\n' }]

/** `a`, or its words alone where the address is not safe. */
export const link: Handler<'link'> = (node, state) => {
  const attributes = linkAttributes(node.url, state)
  const words = toHast(node.children, state, 'link')
  return attributes ? h('a', { ...attributes, title: node.title }, words) : words
}
