import { relativeHref } from '../../ast/addresses.ts'
import type { Publication } from '../../ast/publication.ts'
import type { Link } from '../../ast/small-types.ts'

/**
 * The address of a link as the page at `path` writes it: a story in a section of the newspaper is named by its file as seen
 * from here, so that it is found on a disk and below any base. Everything else stays as it is: other addresses of the
 * newspaper (`/follow/…`, `/people/…`) may be served by somebody else.
 */
export function nearHref(url: string, { url: home, sections }: Pick<Publication, 'url' | 'sections'>, path: string): string {
  if (!url.startsWith(`${home}/`)) return url
  const [, section, slug, fragment = ''] = /^([^/?#]+)\/([^/?#]+)\/(#.*)?$/.exec(url.slice(home.length + 1)) ?? []
  if (section === undefined || slug === undefined) return url
  if (!sections.some(({ id }) => encodeURIComponent(id) === section || id === section)) return url
  return relativeHref(path, `${decodeURIComponent(section)}/${decodeURIComponent(slug)}/index.html`) + fragment
}

/** Where a file around the stories is to be had from the page at `path`, by its address; nothing where nobody has promised it. */
export function landmarkHref(url: string, landmarks: readonly Link[], path: string): string | undefined {
  const landmark = landmarks.find((link) => link.url === url)
  return landmark && relativeHref(path, landmark.path)
}
