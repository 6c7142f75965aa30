import { type DirectiveKind, ownFields } from './directive.ts'
import { titleOf } from './title.ts'

/** Facts beside the story, under a title of their own. */
export const factBox: DirectiveKind = {
  form: 'container',
  description: 'Facts beside the story, under a title of their own.',
  attributes: {},
  required: [],
  label: 'optional',
  example: ':::factbox[Title] and below it the text, then :::',
  read: (directive, state) => {
    const blocks = state.flow(directive.children)
    if (blocks.length === 0) state.report('empty-container', directive.place, { directive: directive.name })
    return [{ type: 'factBox', children: [...titleOf(directive, state), ...blocks], ...ownFields(directive) }]
  },
}
