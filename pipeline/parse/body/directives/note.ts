import { type DirectiveKind, ownFields } from './directive.ts'

/** A printed note from the editor. */
export const note: DirectiveKind = {
  form: 'container',
  description: 'A note from the editor that readers see.',
  attributes: {},
  required: [],
  label: 'none',
  example: ':::note and below it the text, then :::',
  read: (directive, state) => {
    const children = state.flow(directive.children)
    if (children.length === 0) state.report('empty-container', directive.place, { directive: directive.name })
    return [{ type: 'note', children, ...ownFields(directive) }]
  },
}
