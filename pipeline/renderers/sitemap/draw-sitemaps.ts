import type { Element } from 'xast'
import { x } from 'xastscript'
import { publicUrl } from '../../ast/addresses.ts'
import { lastChanged, type Edition, type EditionStory } from '../../ast/edition.ts'
import type { EditionContext, PlannedEditionFile } from '../../contract/edition.ts'
import type { Artifact } from '../../contract/renderer.ts'
import { writeXml } from '../../markup/xml/write-xml.ts'
import { newsLanguage } from './news-language.ts'
import type { SitemapOptions } from './plan-sitemaps.ts'
import { writeRobots } from './write-robots.ts'

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const newsNamespace = 'http://www.google.com/schemas/sitemap-news/0.9'

/** Write the sitemaps, their index and robots.txt, as they were planned. */
export async function drawSitemaps({ stories }: Edition, context: EditionContext<SitemapOptions>): Promise<Artifact[]> {
  const bySlug = new Map(stories.map((story) => [story.slug, story]))
  const parts = context.planned.filter(({ rel }) => rel === 'sitemap' || rel === 'news-sitemap').map((file) => ({ file, stories: file.shows.map(({ slug }) => bySlug.get(slug)).filter((story): story is EditionStory => story !== undefined) }))
  const write = (file: PlannedEditionFile): Uint8Array => {
    if (file.rel === 'robots') return writeRobots(parts.map((part) => part.file), context)
    if (file.rel === 'sitemap-index') return writeIndex(parts, context)
    const own = parts.find((part) => part.file === file)?.stories ?? []
    return file.rel === 'news-sitemap' ? writeNews(own, context) : writeSitemap(own, file === parts[0]?.file ? pagesOf(context) : [])
  }
  return context.planned.map((file) => ({ path: file.path, mediaType: file.mediaType, bytes: write(file) }))
}

function writeIndex(parts: readonly { file: PlannedEditionFile; stories: readonly EditionStory[] }[], { publication }: EditionContext): Uint8Array {
  const maps = parts.map(({ file, stories }) => x('sitemap', [x('loc', publicUrl(publication, file.path)), x('lastmod', latest(stories))]))
  return writeXml(x('sitemapindex', { xmlns: sitemapNamespace }, onLines(maps)))
}

/** https://www.sitemaps.org/protocol.html. Search engines heed neither `changefreq` nor `priority`. */
function writeSitemap(stories: readonly EditionStory[], pages: readonly string[]): Uint8Array {
  const urls = [...pages.map((page) => x('url', [x('loc', page)])), ...stories.map((story) => x('url', [x('loc', story.url), x('lastmod', lastChanged(story))]))]
  return writeXml(x('urlset', { xmlns: sitemapNamespace }, onLines(urls)))
}

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
function writeNews(stories: readonly EditionStory[], { publication: { name } }: EditionContext): Uint8Array {
  const urls = stories.map(({ url, headline, language, published }) =>
    x('url', [x('loc', url), x('news:news', [x('news:publication', [x('news:name', name), x('news:language', newsLanguage(language))]), x('news:publication_date', published), x('news:title', headline)])]),
  )
  return writeXml(x('urlset', { xmlns: sitemapNamespace, 'xmlns:news': newsNamespace }, onLines(urls)))
}

/** The front page and the sections, where this publication has them. */
function pagesOf({ links }: EditionContext): string[] {
  return ['front', 'section'].flatMap((rel) => links(rel)).map(({ url }) => url)
}

function latest(stories: readonly EditionStory[]): string {
  return stories.map(lastChanged).reduce((newest, one) => (Date.parse(one) > Date.parse(newest) ? one : newest))
}

function onLines(elements: readonly Element[]): (string | Element)[] {
  return elements.flatMap((element) => ['\n', element])
}
