import { toHtml } from 'hast-util-to-html'
import { page } from '../../../templates/html/page.tsx'
import { relativeHref } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import type { MediaFile } from '../../ast/small-types.ts'
import type { Artifact, PlannedFile, RenderContext } from '../../contract/renderer.ts'
import { freePart } from '../../markup/free-part.ts'
import { picturesOf } from '../../markup/pictures-of.ts'
import type { MarkupSettings } from '../../markup/state.ts'
import { viewStory } from '../../markup/view-story.ts'
import { drawLogo } from './draw-logo.ts'
import { drawPicture } from './draw-pictures.ts'
import { prepareMedia, type MediaFiles } from './media-files.ts'
import { pageFacts } from './page-facts.ts'
import { prepareLogo, preparePictures, type PictureFiles } from './picture-files.ts'
import { players } from './players.ts'
import { publishStylesheet } from './stylesheet.ts'

/** Draw one page of a story. A public page brings no file that only its gated part shows. */
export async function drawPage(article: Article, planned: PlannedFile, context: RenderContext): Promise<Artifact> {
  const shown = planned.audience === 'public' ? freePart(article) : article
  const [style, pictures, media, logo] = await Promise.all([
    publishStylesheet(context),
    preparePictures(picturesOf(shown), context),
    prepareMedia(shown, context),
    prepareLogo(context),
  ])
  const view = viewStory(article, markupSettings(planned, pictures, media, context))
  const facts = pageFacts({ article, view, planned, pictures, logo, style }, context)
  const tree = page(view, facts, logo && drawLogo(logo, context.publication, planned.path))
  const html = toHtml([{ type: 'doctype' }, tree, { type: 'text', value: '\n' }], { upperDoctype: true })
  return { path: planned.path, mediaType: planned.mediaType, bytes: new TextEncoder().encode(html) }
}

function markupSettings(planned: PlannedFile, pictures: PictureFiles, media: MediaFiles, context: RenderContext): MarkupSettings {
  return {
    publication: context.publication,
    audience: planned.audience === 'private' ? 'private' : 'public',
    drawPicture: (picture, alt, place) => drawPicture(pictures, picture, alt, place, planned.path),
    mediaHref: (file) => mediaHref(file, media, planned.path),
    handlers: players(pictures, planned.path),
  }
}

function mediaHref({ src }: MediaFile, media: MediaFiles, path: string): string {
  const asset = media.get(src)
  if (!asset) throw new Error(`The media file ${src} was not prepared.`)
  return relativeHref(path, asset.path)
}
