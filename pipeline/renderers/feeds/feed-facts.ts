import { publicUrl } from '../../ast/addresses.ts'
import { lastChanged } from '../../ast/edition.ts'
import type { Publication, Section } from '../../ast/publication.ts'
import type { FeedItem } from './feed-items.ts'
import { feedFiles, type FeedForm } from './plan-feeds.ts'

/** A feed in one form, before it is written. Addresses are absolute. */
export interface FeedFacts {
  title: string
  description: string
  /** The page that it is the feed of. */
  home: string
  self: string
  publication: Publication
  /** Absolute address of the newspaper's logo. */
  logo?: string
  /** RFC 3339: of the story that changed last; of a feed without stories, the beginning of time. */
  updated: string
  items: readonly FeedItem[]
}

/** What a feed of everything, or of a section, says of itself. */
export function feedFacts(form: FeedForm, section: Section | undefined, items: readonly FeedItem[], publication: Publication, logo: string | undefined): FeedFacts {
  const file = feedFiles(section?.id).find(({ rel }) => rel === form)
  if (file === undefined) throw new Error(`There is no feed of the form ${form}.`)
  const { name, slogan = name } = publication
  return {
    title: section ? `${name}: ${section.name}` : name,
    description: section ? `${section.name}: ${name}` : slogan,
    home: publicUrl(publication, section ? `${section.id}/index.html` : 'index.html'),
    self: publicUrl(publication, file.path),
    publication,
    ...(logo === undefined ? {} : { logo }),
    updated: items.map(({ story }) => lastChanged(story)).reduce((latest, one) => (Date.parse(one) > Date.parse(latest) ? one : latest), '1970-01-01T00:00:00Z'),
    items,
  }
}
