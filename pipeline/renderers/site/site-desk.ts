import { frame } from '../../../templates/site/frame.tsx'
import type { SiteHead } from '../../../templates/site/head.tsx'
import { pageStyles } from '../../../templates/shared/page-styles.ts'
import { publicUrl, relativeHref, rootHref } from '../../ast/addresses.ts'
import type { Edition } from '../../ast/edition.ts'
import type { FrameLink, FrameView } from '../../ast/site-view.ts'
import type { EditionContext } from '../../contract/edition.ts'
import type { Artifact, Asset, PromisedFile } from '../../contract/renderer.ts'
import { feedNames } from '../../markup/page/feed-names.ts'
import { drawLogo } from '../../markup/page/draw-logo.ts'
import { writePage } from '../../markup/write-html.ts'
import { preparePictures, prepareLogo, type Cut, type PictureFiles } from '../../markup/page/picture-files.ts'
import { publishStylesheet, type Stylesheet } from '../../markup/page/publish-stylesheet.ts'
import { tidyStyles } from '../../markup/page/tidy-styles.ts'
import { wordsFor } from '../../markup/words.ts'
import { directionOf } from '../../resolve/language.ts'
import { sectionsOf } from './arrange.ts'
import { frontPage, notFoundPage, sectionPage } from './plan-site.ts'

export type Direction = 'ltr' | 'rtl'

/** What every page around the stories is made with. */
export interface SiteDesk {
  edition: Edition
  context: EditionContext
  direction: Direction
  pictures: PictureFiles
  logo: Cut | undefined
  style: Stylesheet
  siteStyle: Asset
}

/** Lay out all that the pages share: pictures, stylesheets, logo. */
export async function openSiteDesk(edition: Edition, context: EditionContext): Promise<SiteDesk> {
  const pictured = edition.stories.flatMap(({ lead }) => (lead ? [{ picture: lead.picture, alt: lead.alt, place: 'lead' as const }] : []))
  const [pictures, logo, style, notices, pages] = await Promise.all([
    preparePictures(pictured, ['avif', 'webp', 'jpeg'], context),
    prepareLogo(context),
    publishStylesheet(pageStyles, context),
    context.template('shared/notice.css'),
    context.template('site/site.css'),
  ])
  const siteStyle = context.asset(new TextEncoder().encode([notices, pages].map(tidyStyles).join('\n')), 'site', 'css')
  return { edition, context, direction: directionOf(context.publication.language), pictures, logo, style, siteStyle }
}

/** What a page of its own adds to what all have. */
export interface SitePage {
  file: PromisedFile
  /** `front`, `section`, …: a name for styles. */
  kind: string
  head: Pick<SiteHead, 'title' | 'description' | 'movedTo' | 'isIndexed' | 'image' | 'jsonLd'>
  /** Where search engines find what it is about, where that is another page. */
  canonical?: string
  content: Parameters<typeof frame>[3]
}

/** Put a page into its frame. */
export function finishPage({ file: { path, mediaType }, kind, head, canonical, content }: SitePage, { edition, context, direction, logo, style, siteStyle }: SiteDesk): Artifact {
  const { publication } = context
  const near = nearFrom(path, publication.url)
  const feeds = feedsFor(path, context, near)
  const view: FrameView = {
    language: publication.language,
    direction,
    words: wordsFor(publication.language),
    publication: { name: publication.name, ...(publication.slogan === undefined ? {} : { slogan: publication.slogan }), href: near(frontPage.path), isHere: path === frontPage.path },
    sections: sectionsOf(edition).map(({ id, name }) => ({ name, href: near(sectionPage(id).path), isCurrent: path === sectionPage(id).path })),
    feeds,
  }
  const facts: SiteHead = {
    ...head,
    siteName: publication.name,
    ...(head.isIndexed || canonical ? { canonical: canonical ?? publicUrl(publication, path) } : {}),
    stylesheets: [near(style.sheet.path), near(siteStyle.path)],
    mainFont: near(style.mainFont.path),
    ...(logo ? { icon: near(logo.asset.path) } : {}),
    feeds,
  }
  const page = frame(view, facts, kind, content, logo && drawLogo(logo, publication, near(logo.asset.path)))
  return { path, mediaType, bytes: writePage(page) }
}

/**
 * How a page names the others. The one for what is not there is served at any address, so it names them from the root of the server; all
 * others name them as seen from themselves, so that they are found on a disk, too.
 */
export function nearFrom(path: string, home: string): (to: string) => string {
  if (path !== notFoundPage.path) return (to) => relativeHref(path, to)
  return (to) => rootHref({ url: home }, to)
}

/** The feeds of what a page is about: of its section, else of everything. */
function feedsFor(path: string, { links }: EditionContext, near: (to: string) => string): FrameLink[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const all = ['rss', 'atom', 'json-feed'].flatMap((rel) => links(rel))
  const own = all.filter((link) => link.path.slice(0, link.path.lastIndexOf('/') + 1) === folder)
  const shown = own.length > 0 ? own : all.filter((link) => !link.path.includes('/'))
  return shown.map((link) => ({ name: feedNames.get(link.mediaType) ?? '', href: near(link.path), mediaType: link.mediaType }))
}

