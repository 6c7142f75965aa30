import type { Article } from './article.ts'
import type { Publication } from './publication.ts'

/** The folder of a story below `dist/`, where the public looks for it. */
export function storyPath(slug: string, section?: string): string {
  return section ? `${section}/${slug}` : slug
}

/** The folder below `dist/` for what holds all of a story, and for whom it is: of a gated story a private one, which nothing links to. */
export function wholeStory({ access, path }: Pick<Article, 'access' | 'path'>): { folder: string; audience: 'public' | 'private' } {
  return access.level === 'free' ? { folder: path, audience: 'public' } : { folder: `private/${path}`, audience: 'private' }
}

/** Absolute address of a path below `dist/`, percent-encoded by segment (RFC 3986); `…/index.html` ends in `/`. */
export function publicUrl(publication: Pick<Publication, 'url'>, path: string): string {
  const address = path.replace(/(^|\/)index\.html$/, '$1')
  return `${publication.url}/${encodePath(address)}`
}

/** The same from the root of the server: for a page that is served at more addresses than its own. */
export function rootHref(publication: Pick<Publication, 'url'>, path: string): string {
  return new URL(publicUrl(publication, path)).pathname
}

/** The path below `dist/` that an address of the publication's own leads to; undefined for any other. The other way round from `publicUrl`. */
export function pathOf(publication: Pick<Publication, 'url'>, url: string): string | undefined {
  const base = `${publication.url}/`
  if (!url.startsWith(base)) return undefined
  const path = decodePath(url.slice(base.length).replace(/[?#].*$/s, ''))
  return path === undefined || path.split('/').includes('..') ? undefined : path.replace(/(^|\/)$/, '$1index.html')
}

/**
 * The address of one file of `dist/` as seen from another, so that pages work from any base and from a disk:
 * `relativeHref('world/strike/index.html', 'assets/a.css')` is `../../assets/a.css`.
 */
export function relativeHref(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  const shared = here.findIndex((folder, depth) => folder !== there[depth])
  const depth = shared === -1 ? here.length : shared
  return encodePath([...here.slice(depth).map(() => '..'), ...there.slice(depth)].join('/'))
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
