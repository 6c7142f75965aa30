import { type DirectiveKind, given, ownFields } from './directive.ts'

/** A recording: a file of source/ or an https address. */
export const audio: DirectiveKind = {
  form: 'leaf',
  description: 'A recording.',
  attributes: {
    src: 'The recording: a file of the newspaper or an https address.',
    title: 'What it is called.',
    credit: 'Who made it.',
    duration: 'How long it is, as `PT12M`.',
  },
  required: ['src'],
  label: 'optional',
  example: '::audio[Caption]{src=interview.mp3 title="…" credit="…"}',
  read: (directive, state) => {
    const { src = '' } = given(directive, 'src')
    return [{ type: 'audio', src, ...given(directive, 'title', 'credit', 'duration'), children: state.phrasing(directive.label), ...ownFields(directive) }]
  },
}
