import type { Edition } from '../../ast/edition.ts'
import type { RecentStories } from '../../contract/edition.ts'
import { defineEditionRenderer } from '../../contract/renderer.ts'
import { elementsBelow, readXml } from '../../tools/xml/read-xml.ts'
import { drawSitemaps } from './draw-sitemaps.ts'
import { planSitemaps, sitemapOptions, type SitemapOptions } from './plan-sitemaps.ts'
import { sitemapCheck } from './sitemap-check.ts'

/** What search engines are told of the publication: sitemaps, one for the news of two days, and robots.txt. */
export const sitemap = defineEditionRenderer<SitemapOptions>({
  name: 'sitemap',
  title: 'Sitemap',
  options: sitemapOptions,
  planEdition: (edition: Edition, _options: SitemapOptions, recent: RecentStories) => planSitemaps(edition, recent),
  renderEdition: drawSitemaps,
  editionChecks: [sitemapCheck],
  text: async () => '',
  addresses: async ({ mediaType, bytes }) => (mediaType === 'application/xml' ? elementsBelow(readXml(decode(bytes)).root, 'loc').map(({ children }) => children.join('')) : []),
  snapshot: async ({ path, bytes }) => [{ name: path, text: decode(bytes) }],
})

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
