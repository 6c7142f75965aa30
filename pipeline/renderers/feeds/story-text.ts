import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { item } from '../../../templates/feeds/item.tsx'
import { publicUrl } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import { freePart } from '../../ast/free-part.ts'
import type { Artifact, PlannedFile, RenderContext } from '../../contract/renderer.ts'
import { publishMediaOf } from '../../markup/page/media-files.ts'
import { preparePictures, type PictureFiles } from '../../markup/page/picture-files.ts'
import { picturesOf } from '../../markup/pictures-of.ts'
import { viewStory } from '../../markup/view-story.ts'
import { writeHtml } from '../../markup/write-html.ts'
import { plainMarkup } from './plain-markup.ts'

/** What the feeds have of one story: its headline, and the rest as HTML with absolute addresses. */
export interface StoryText {
  headline: string
  html: string
}

/** The file of a story's text, for the feeds of the edition. */
export function planText({ path }: Article): PlannedFile[] {
  return [{ path: `${path}/feed-text.json`, mediaType: 'application/json', rel: 'feed-text', audience: 'input', holds: 'free' }]
}

/** Draw the text of a story for feeds: what everybody may read of it. */
export async function drawText(article: Article, planned: PlannedFile, context: RenderContext): Promise<Artifact> {
  const shown = freePart(article)
  const [pictures, assetOf] = await Promise.all([preparePictures(picturesOf(shown), ['jpeg'], context), publishMediaOf(shown, context)])
  const view = viewStory(article, {
    publication: context.publication,
    audience: 'public',
    drawPicture: (picture, alt, place) => drawPlainPicture(pictures.of(picture, place), alt, context),
    mediaHref: (file) => assetOf(file).url,
  })
  const text: StoryText = { headline: article.headline, html: plainMarkup(h('div', item(view, article.url)), article.url).map(writeHtml).join('') }
  return { path: planned.path, mediaType: planned.mediaType, bytes: new TextEncoder().encode(JSON.stringify(text)) }
}

/** Feed readers know one file for a picture: one that is wide enough for a screen, and no wider. */
function drawPlainPicture({ fallback }: ReturnType<PictureFiles['of']>, alt: string, { publication }: Pick<RenderContext, 'publication'>): ElementContent {
  const [cut] = fallback.toSorted((a, b) => a.width - b.width)
  if (cut === undefined) throw new Error('A picture of the story has no file.')
  const image: Element = h('img', { src: publicUrl(publication, cut.asset.path), alt, width: cut.width, height: cut.height })
  return image
}
