import { type DirectiveKind, given, ownFields } from './directive.ts'

/** A film: a file of source/ or an https address; its poster and captions are always files. */
export const video: DirectiveKind = {
  form: 'leaf',
  description: 'A film, with what stands for it on paper.',
  attributes: {
    src: 'The film: a file of the newspaper or an https address.',
    poster: 'The picture that is shown before it plays, and on paper: a file.',
    title: 'What it is called.',
    credit: 'Who made it.',
    captions: 'Its subtitles: a WebVTT file.',
    duration: 'How long it is, as `PT2M31S`.',
  },
  required: ['src'],
  label: 'optional',
  example: '::video[Caption]{src=clip.mp4 poster=still.jpg title="…" credit="…"}',
  read: (directive, state) => {
    const { src = '' } = given(directive, 'src')
    return [{ type: 'video', src, ...given(directive, 'poster', 'title', 'credit', 'captions', 'duration'), children: state.phrasing(directive.label), ...ownFields(directive) }]
  },
}
