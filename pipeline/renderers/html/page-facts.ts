import type { HeadFacts } from '../../../templates/html/head.tsx'
import { relativeHref } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import { lastChanged } from '../../ast/edition.ts'
import type { Publication } from '../../ast/publication.ts'
import type { StoryView } from '../../ast/story-view.ts'
import type { PlannedFile, RenderContext } from '../../contract/renderer.ts'
import { jsonLdText, storyJsonLd, type SizedImage } from '../../markup/json-ld.ts'
import { describeStory } from '../../markup/page/describe-story.ts'
import { feedNames } from '../../markup/page/feed-names.ts'
import { otherForms } from '../../markup/page/other-forms.ts'
import type { Cut } from '../../markup/page/picture-files.ts'
import { sizedImage } from '../../markup/page/sized-images.ts'
import type { Stylesheet } from '../../markup/page/publish-stylesheet.ts'

/** What a story's page is made of besides its view. */
export interface PageParts {
  article: Article
  view: StoryView
  planned: PlannedFile
  /** The lead picture, in several shapes. */
  images: readonly SizedImage[]
  logo: Cut | undefined
  style: Stylesheet
}

/** What the head of the page says, to browsers, search engines and those who share it. */
export function pageFacts({ article, view, planned, images, logo, style }: PageParts, context: RenderContext): HeadFacts {
  const { publication, links, landmarks } = context
  const near = (path: string) => relativeHref(planned.path, path)
  const amp = links.find(({ rel }) => rel === 'amphtml')
  const jsonLd = storyJsonLd(article, { publication, links, images, ...(logo ? { logo: sizedImage(logo) } : {}) })
  return {
    title: `${article.headlines.seo} | ${publication.name}`,
    headline: article.headlines.social,
    description: describeStory(view),
    siteName: publication.name,
    language: article.language,
    canonical: article.canonical,
    isPrivate: planned.audience === 'private',
    stylesheet: near(style.sheet.path),
    mainFont: near(style.mainFont.path),
    ...(logo ? { icon: near(logo.asset.path) } : {}),
    ...(amp ? { amp: near(amp.path) } : {}),
    alternates: otherForms(links, planned.path),
    feeds: landmarks.filter(({ mediaType }) => feedNames.has(mediaType)).map(({ path, mediaType }) => ({ href: near(path), mediaType, name: feedTitle(path, mediaType, article.section, publication) })),
    cards: ['card-og', 'card-square'].flatMap((rel) => links.filter((link) => link.rel === rel)).map((card) => ({ ...card, alt: cardAlt(article) })),
    published: article.published,
    ...(lastChanged(article) === article.published ? {} : { updated: lastChanged(article) }),
    ...(article.section ? { section: article.section.name } : {}),
    authors: article.byline.map(({ name }) => name),
    tags: article.tags,
    ...(publication.social['x'] ? { twitterSite: publication.social['x'] } : {}),
    jsonLd: jsonLdText(jsonLd),
  }
}

/** `The Harbour Post: Sea (RSS)` */
function feedTitle(path: string, mediaType: string, section: Article['section'], { name }: Publication): string {
  const about = section && path.startsWith(`${section.id}/`) ? `${name}: ${section.name}` : name
  return `${about} (${feedNames.get(mediaType)})`
}

/** A card shows the headline over the lead picture. */
function cardAlt({ headlines, lead }: Article): string {
  return lead?.alt ? `${headlines.social} (${lead.alt})` : headlines.social
}
