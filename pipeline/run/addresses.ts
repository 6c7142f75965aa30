import picomatch from 'picomatch'
import type { Publication } from '../ast/publication.ts'
import { nearestName } from '../contract/nearest.ts'
import type { StoryIndex } from '../resolve/resolve-article.ts'
import type { Addresses } from '../rules/story-rule.ts'

/** What the addresses of a publication are known from. */
export interface AddressBook {
  publication: Pick<Publication, 'url' | 'sections'>
  index: StoryIndex
  /** Old addresses of a story, by its slug. */
  formerly: ReadonlyMap<string, readonly string[]>
  /** Patterns for what something else serves. */
  pages: readonly string[]
}

/**
 * What stands at the publication’s own addresses: the front page, the sections, every story with all that lies beside it, its old
 * addresses, and the pages that somebody else serves. What shared files and feeds are called is known only when they are made, so a file
 * in `assets/`, at the root or in a section is taken for there.
 */
export function openAddresses({ publication, index, formerly, pages }: AddressBook): Addresses {
  const stories = new Map<string, boolean>()
  for (const { slug, url, isPublic } of index.values()) {
    const path = decodeURIComponent(url.slice(publication.url.length)).replace(/^\/+|\/+$/g, '')
    for (const old of formerly.get(slug) ?? []) stories.set(old, isPublic)
    stories.set(path, isPublic)
  }
  const folders = new Set(['', ...publication.sections.map(({ id }) => id)])
  const isServedElsewhere = picomatch([...pages])
  const isPage = (path: string): boolean => folders.has(path) || path.startsWith('assets/') || isEditionFile(path, folders) || (pages.length > 0 && isServedElsewhere(path))
  return {
    at(path) {
      if (isPage(path)) return 'page'
      const isPublic = ways(path).map((way) => stories.get(way)).find((known) => known !== undefined)
      return isPublic === undefined ? undefined : isPublic ? 'page' : 'held'
    },
    nearest: (path) => nearestName(path, [...folders].filter((folder) => folder !== '').concat([...stories].filter(([, isPublic]) => isPublic).map(([known]) => known))),
  }
}

/** `feed.xml`, `world/index.html`: made of many stories. */
function isEditionFile(path: string, folders: ReadonlySet<string>): boolean {
  const slash = path.lastIndexOf('/')
  return /\.[a-z\d]+$/i.test(path) && folders.has(path.slice(0, Math.max(0, slash)))
}

/** The path and the folders around it, nearest first: `world/strike/amp`, `world/strike`, `world`. */
function ways(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'))
}
