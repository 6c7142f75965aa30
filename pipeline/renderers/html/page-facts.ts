import type { HeadFacts } from '../../../templates/html/head.tsx'
import { relativeHref } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import type { Link } from '../../ast/small-types.ts'
import type { StoryView } from '../../ast/story-view.ts'
import type { PlannedFile, RenderContext } from '../../contract/renderer.ts'
import { jsonLdText, storyJsonLd } from '../../markup/json-ld.ts'
import { describeStory } from '../../markup/page/describe-story.ts'
import type { Cut, PictureFiles } from '../../markup/page/picture-files.ts'
import type { Stylesheet } from './stylesheet.ts'

/** What a story's page is made of besides its view. */
export interface PageParts {
  article: Article
  view: StoryView
  planned: PlannedFile
  pictures: PictureFiles
  logo: Cut | undefined
  style: Stylesheet
}

/** What the head of the page says, to browsers, search engines and those who share it. */
export function pageFacts({ article, view, planned, pictures, logo, style }: PageParts, context: RenderContext): HeadFacts {
  const { publication, links } = context
  const near = (path: string) => relativeHref(planned.path, path)
  const amp = links.find(({ rel }) => rel === 'amphtml')
  const jsonLd = storyJsonLd(article, { publication, links, images: leadImages(article, pictures), ...(logo ? { logo: sized(logo) } : {}) })
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
    alternates: links.filter(isForm).map(({ path, mediaType, rel }) => ({ href: near(path), mediaType, name: rel.toUpperCase() })),
    cards: ['card-og', 'card-square'].flatMap((rel) => links.filter((link) => link.rel === rel)).map((card) => ({ ...card, alt: cardAlt(article) })),
    published: article.published,
    ...(article.updated ? { updated: article.updated } : {}),
    ...(article.section ? { section: article.section.name } : {}),
    authors: article.byline.map(({ name }) => name),
    tags: article.tags,
    ...(publication.social['x'] ? { twitterSite: publication.social['x'] } : {}),
    jsonLd: jsonLdText(jsonLd),
  }
}

/** Another form of the whole story that a reader can keep: neither a page, nor a picture, nor data. */
function isForm({ rel, mediaType }: Link): boolean {
  return rel !== 'page' && rel !== 'amphtml' && mediaType.startsWith('application/') && mediaType !== 'application/json'
}

/** A card shows the headline over the lead picture. */
function cardAlt({ headlines, lead }: Article): string {
  return lead?.alt ? `${headlines.social} (${lead.alt})` : headlines.social
}

function leadImages({ lead }: Article, pictures: PictureFiles) {
  const cuts = lead ? pictures.of(lead.picture, 'lead').fallback : []
  return cuts.toSorted((a, b) => b.width - a.width).slice(0, 1).map(sized)
}

function sized({ asset: { url }, width, height }: Cut) {
  return { url, width, height }
}
