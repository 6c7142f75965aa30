import { type DirectiveKind, given, ownFields } from './directive.ts'

/** A picture with its caption and credit. Whether it needs an alternative text is known when the picture has been read. */
export const figure: DirectiveKind = {
  form: 'leaf',
  description: 'A picture with its caption, as a block of its own.',
  plain: '![What it shows.](quay.jpg "Caption")',
  attributes: {
    src: 'The picture, a file of the newspaper.',
    alt: 'What it shows, for those who cannot see it. Left out, it is read from the picture’s own IPTC data.',
    credit: 'Who made it; else from its IPTC data.',
    copyright: 'Whose it is; else from its IPTC data.',
  },
  required: ['src'],
  label: 'optional',
  example: '::figure[Caption]{src=quay.jpg alt="What the picture shows" credit="Name/Agency"}',
  read: (directive, state) => {
    const { src = '' } = given(directive, 'src')
    return [{ type: 'figure', src, ...given(directive, 'alt', 'credit', 'copyright'), children: state.phrasing(directive.label), ...ownFields(directive) }]
  },
}
