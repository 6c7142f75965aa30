import { type DirectiveKind, given, ownFields } from './directive.ts'

/** A film: a file of source/ or an https address; its poster and captions are always files. */
export const video: DirectiveKind = {
  form: 'leaf',
  attributes: ['src', 'poster', 'title', 'credit', 'captions', 'duration'],
  required: ['src'],
  label: 'optional',
  example: '::video[Caption]{src=clip.mp4 poster=still.jpg title="…" credit="…"}',
  read: (directive, state) => {
    const { src = '' } = given(directive, 'src')
    return [{ type: 'video', src, ...given(directive, 'poster', 'title', 'credit', 'captions', 'duration'), children: state.phrasing(directive.label), ...ownFields(directive) }]
  },
}
