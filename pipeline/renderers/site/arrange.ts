import { newestFirst, type Edition, type EditionStory } from '../../ast/edition.ts'
import type { Section } from '../../ast/publication.ts'
import type { SiteOptions } from './options.ts'

/** What stands where on the front page. */
export interface FrontPage {
  top: readonly EditionStory[]
  /** Sections in the order of the publication; without one, the stories that belong to none. */
  blocks: readonly { section?: Section; stories: readonly EditionStory[] }[]
}

/** Arrange the front page. Paid content leads it only where the publication puts it in front by name. */
export function arrangeFront({ publication, stories }: Edition, { top: size, block }: Pick<SiteOptions, 'top' | 'block'>): FrontPage {
  const front = new Set(publication.front)
  const top = stories.filter(({ slug, commercial }) => commercial === 'none' || front.has(slug)).slice(0, size)
  const rest = stories.filter((story) => !top.includes(story))
  const of = (id: string | undefined): EditionStory[] => {
    const own = rest.filter(({ section }) => section?.id === id)
    // Paid content closes a block, and never heads one that has news.
    return [...own.filter(({ commercial }) => commercial === 'none'), ...own.filter(({ commercial }) => commercial !== 'none')].slice(0, block)
  }
  const blocks = [...publication.sections.map((section) => ({ section, stories: of(section.id) })), { stories: of(undefined) }]
  return { top, blocks: blocks.filter(({ stories: own }) => own.length > 0) }
}

/** The sections that have a page: those with stories, in the order of the publication. */
export function sectionsOf({ publication, stories }: Edition): Section[] {
  const used = new Set(stories.map(({ section }) => section?.id))
  return publication.sections.filter(({ id }) => used.has(id))
}

/** The stories on a section's page, newest first. */
export function storiesIn({ id }: Section, { stories }: Edition, { section: size }: Pick<SiteOptions, 'section'>): EditionStory[] {
  return stories.filter(({ section }) => section?.id === id).sort(newestFirst).slice(0, size)
}
