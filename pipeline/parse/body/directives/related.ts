import { insideLink } from '../inline-handlers.ts'
import { type DirectiveKind, given, ownFields } from './directive.ts'

const example = '::related[Another story’s headline]{ref=its-slug}'

/** One story to read next, by its address or by its slug; the headline behind a slug can be looked up. */
export const related: DirectiveKind = {
  form: 'leaf',
  description: 'A link to another story, between the paragraphs. It has `ref` or `href`, and with `href` a label.',
  attributes: {
    href: 'The address of a page elsewhere.',
    ref: 'The slug of another story; headline and address are looked up.',
  },
  required: [],
  label: 'optional',
  example,
  read: (directive, state) => {
    const { href, ref } = given(directive, 'href', 'ref')
    const { name, place, label } = directive
    if ((href === undefined) === (ref === undefined)) {
      state.report('related-without-target', place, { found: href === undefined ? 'none of them' : 'both ref and href' })
    }
    if (href !== undefined && label.length === 0) state.report('missing-label', place, { directive: name, example })
    return [{ type: 'relatedLink', ...given(directive, 'href', 'ref'), children: insideLink(state, () => state.phrasing(label)), ...ownFields(directive) }]
  },
}
