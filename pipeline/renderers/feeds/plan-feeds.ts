import { newestFirst, type Edition, type EditionStory } from '../../ast/edition.ts'
import type { Section } from '../../ast/publication.ts'
import type { PlannedEditionFile } from '../../contract/edition.ts'
import type { PromisedFile } from '../../contract/renderer.ts'
import type { FeedOptions } from './options.ts'

/** The forms in which every feed is to be had. */
export const feedForms = [
  { rel: 'rss', name: 'rss.xml', mediaType: 'application/rss+xml' },
  { rel: 'atom', name: 'atom.xml', mediaType: 'application/atom+xml' },
  { rel: 'json-feed', name: 'feed.json', mediaType: 'application/feed+json' },
] as const
export type FeedForm = (typeof feedForms)[number]['rel']

/** The feed of everything, or of one section, in all its forms. */
export function feedFiles(section?: string): (PromisedFile & { rel: FeedForm })[] {
  const folder = section === undefined ? '' : `${section}/`
  return feedForms.map(({ rel, name, mediaType }) => ({ path: `${folder}${name}`, mediaType, rel, audience: 'public' }))
}

/** A feed: what it is about, and its stories, newest first. */
export interface Feed {
  section?: Section
  stories: readonly EditionStory[]
}

/** Every feed of an edition: of everything, and of each section that has stories. */
export function feedsOf({ publication, stories }: Edition, { items }: Pick<FeedOptions, 'items'>): Feed[] {
  const newest = [...stories].sort(newestFirst)
  const own = publication.sections.map((section) => ({ section, stories: newest.filter((story) => story.section?.id === section.id).slice(0, items) }))
  return [{ stories: newest.slice(0, items) }, ...own.filter((feed) => feed.stories.length > 0)]
}

export function planFeeds(edition: Edition, options: FeedOptions): PlannedEditionFile[] {
  return feedsOf(edition, options).flatMap(({ section, stories }) => feedFiles(section?.id).map((file): PlannedEditionFile => ({ ...file, shows: stories.map(({ slug }) => ({ slug, as: 'teaser' })) })))
}
