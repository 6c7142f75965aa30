import { relativeHref } from '../../ast/addresses.ts'
import type { Link } from '../../ast/small-types.ts'

/** The forms of a whole story that a reader can keep (neither pages, nor pictures, nor data), as seen from the page at `path`. */
export function otherForms(links: readonly Link[], path: string): { href: string; mediaType: string; name: string }[] {
  return links
    .filter(({ rel, mediaType }) => rel !== 'page' && rel !== 'amphtml' && mediaType.startsWith('application/') && mediaType !== 'application/json')
    .map((link) => ({ href: relativeHref(path, link.path), mediaType: link.mediaType, name: link.rel.toUpperCase() }))
}
