import { type DirectiveKind, given, ownFields } from './directive.ts'

/** A recording: a file of source/ or an https address. */
export const audio: DirectiveKind = {
  form: 'leaf',
  attributes: ['src', 'title', 'credit', 'duration'],
  required: ['src'],
  label: 'optional',
  example: '::audio[Caption]{src=interview.mp3 title="…" credit="…"}',
  read: (directive, state) => {
    const { src = '' } = given(directive, 'src')
    return [{ type: 'audio', src, ...given(directive, 'title', 'credit', 'duration'), children: state.phrasing(directive.label), ...ownFields(directive) }]
  },
}
