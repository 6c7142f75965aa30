import { type DirectiveKind, given, ownFields } from './directive.ts'

/** Something of another site. Its label is what every output prints that cannot show it. */
export const embed: DirectiveKind = {
  form: 'leaf',
  description: 'Something of another site. The label stands for it wherever it cannot be shown.',
  attributes: {
    url: 'Its address.',
    provider: 'Whose it is, as `youtube`.',
  },
  required: ['url'],
  label: 'required',
  example: '::embed[Text that stands for it]{url=https://video.example/123 provider=youtube}',
  read: (directive, state) => {
    const { url = '' } = given(directive, 'url')
    return [{ type: 'embed', url, ...given(directive, 'provider'), children: state.phrasing(directive.label), ...ownFields(directive) }]
  },
}
