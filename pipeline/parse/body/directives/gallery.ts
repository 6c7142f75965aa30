import type { RootContent } from 'mdast'
import type { NodeOf } from '../../../ast/nodes.ts'
import { type BodyState, placeOfNode } from '../body-state.ts'
import { figuresOfParagraph } from '../figure-of-paragraph.ts'
import { type DirectiveKind, ownFields } from './directive.ts'
import { nameOfBlock } from './name-of-block.ts'
import { titleOf } from './title.ts'

type Figure = NodeOf<'figure', 'parsed'>

/** Pictures that belong together, as directives or in Markdown's own spelling, one or many to a paragraph. */
export const gallery: DirectiveKind = {
  form: 'container',
  description: 'Pictures that belong together.',
  attributes: {},
  required: [],
  label: 'optional',
  example: ':::gallery[Title] and below it pictures, then :::',
  read: (directive, state) => {
    const figures = directive.children.flatMap((child) => figuresIn(child, state))
    if (figures.length === 0) state.report('empty-container', directive.place, { directive: directive.name })
    return [{ type: 'gallery', children: [...titleOf(directive, state), ...figures], ...ownFields(directive) }]
  },
}

function figuresIn(child: RootContent, state: BodyState): Figure[] {
  if (child.type === 'paragraph') {
    const figures = figuresOfParagraph(child, state)
    if (figures) return figures
  }
  const blocks = state.flow([child])
  if (blocks.some(({ type }) => type !== 'figure')) state.report('gallery-content', placeOfNode(child, state), { found: nameOfBlock(child) })
  return blocks.filter((block): block is Figure => block.type === 'figure')
}
