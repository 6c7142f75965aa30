import { type DirectiveKind, given, ownFields } from './directive.ts'

/** A picture with its caption and credit. Whether it needs an alternative text is known when the picture has been read. */
export const figure: DirectiveKind = {
  form: 'leaf',
  attributes: ['src', 'alt', 'credit', 'copyright'],
  required: ['src'],
  label: 'optional',
  example: '::figure[Caption]{src=quay.jpg alt="What the picture shows" credit="Name/Agency"}',
  read: (directive, state) => {
    const { src = '' } = given(directive, 'src')
    return [{ type: 'figure', src, ...given(directive, 'alt', 'credit', 'copyright'), children: state.phrasing(directive.label), ...ownFields(directive) }]
  },
}
