import * as z from 'zod'
import { newestFirst, type Edition, type EditionStory } from '../../ast/edition.ts'
import type { PlannedEditionFile, RecentStories } from '../../contract/edition.ts'
import type { PromisedFile } from '../../contract/renderer.ts'

/** What robots are told. */
export const sitemapOptions = z.strictObject({
  block: z.array(z.string().regex(/^[A-Za-z_-]+$/, 'expected the name of a robot, such as GPTBot')).default([]).describe('Robots that are to stay away altogether, as they call themselves: `GPTBot`.'),
})
export type SitemapOptions = z.infer<typeof sitemapOptions>

/** URLs that a sitemap may have (https://www.sitemaps.org/protocol.html), less room for the front page and the sections in the first. */
export const urlsInSitemap = 49_000
/** Stories that a news sitemap may have, and their age in milliseconds (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
export const storiesInNews = 1000
export const newsAge = 2 * 24 * 60 * 60 * 1000

const xml = { mediaType: 'application/xml', audience: 'public' } as const

export const indexFile: PromisedFile = { ...xml, path: 'sitemap.xml', rel: 'sitemap-index' }
export const robotsFile: PromisedFile = { path: 'robots.txt', mediaType: 'text/plain', rel: 'robots', audience: 'public' }

/** Sitemaps of all stories, those for news of the last two days, the index of them all, and robots.txt. What would be empty is not made. */
export function planSitemaps(edition: Edition, recent: RecentStories): PlannedEditionFile[] {
  const maps = inParts(storiesForSearch(edition), urlsInSitemap).map((stories, index) => ({ ...xml, path: `sitemap-${index + 1}.xml`, rel: 'sitemap', shows: shown(stories) }))
  const news = inParts(storiesForNews(recent(newsAge)), storiesInNews).map((stories, index) => ({ ...xml, path: `sitemap-news${index === 0 ? '' : `-${index + 1}`}.xml`, rel: 'news-sitemap', shows: shown(stories) }))
  const robots = { ...robotsFile, shows: [] }
  return maps.length + news.length > 0 ? [{ ...indexFile, shows: [] }, ...maps, ...news, robots] : [robots]
}

/** Stories whose address search engines are to keep, oldest first, so that a new one changes the last sitemap only. */
export function storiesForSearch({ stories }: Pick<Edition, 'stories'>): EditionStory[] {
  return stories.filter(({ url, canonical }) => url === canonical).sort((a, b) => newestFirst(b, a))
}

/** What Google takes for news: neither paid content nor stories of others. */
function storiesForNews(stories: readonly EditionStory[]): EditionStory[] {
  return stories.filter(({ url, canonical, commercial }) => url === canonical && commercial === 'none').sort(newestFirst)
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}

function shown(stories: readonly EditionStory[]): PlannedEditionFile['shows'] {
  return stories.map(({ slug }) => ({ slug, as: 'address' }))
}
