import { publicUrl } from '../../ast/addresses.ts'
import type { EditionContext, PlannedEditionFile } from '../../contract/edition.ts'
import { indexFile, type SitemapOptions } from './plan-sitemaps.ts'

/**
 * robots.txt (RFC 9309): everyone is welcome but those who are named, and finds the sitemaps. Complete copies of gated stories are not in
 * it: they are for no robot to be led to.
 */
export function writeRobots(maps: readonly PlannedEditionFile[], { publication, options: { block } }: EditionContext<SitemapOptions>): Uint8Array {
  const closed = block.length > 0 ? [...block.map((name) => `User-agent: ${name}`), 'Disallow: /', ''] : []
  const named = maps.length > 0 ? [indexFile, ...maps.filter(({ rel }) => rel === 'news-sitemap')].map(({ path }) => `Sitemap: ${publicUrl(publication, path)}`) : []
  return new TextEncoder().encode(`${[...closed, 'User-agent: *', 'Disallow:', ...(named.length > 0 ? ['', ...named] : [])].join('\n')}\n`)
}
