import { page } from '../../../templates/html/page.tsx'
import { pageStyles } from '../../../templates/shared/page-styles.ts'
import { relativeHref } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import type { Artifact, PlannedFile, RenderContext } from '../../contract/renderer.ts'
import { freePart } from '../../ast/free-part.ts'
import { drawLogo } from '../../markup/page/draw-logo.ts'
import { drawPicture } from '../../markup/page/draw-picture.ts'
import { prepareMedia } from '../../markup/page/media-files.ts'
import { landmarkHref, nearHref } from '../../markup/page/near-href.ts'
import { prepareLogo, preparePictures, type PictureFiles } from '../../markup/page/picture-files.ts'
import { leadImages } from '../../markup/page/sized-images.ts'
import { publishStylesheet } from '../../markup/page/publish-stylesheet.ts'
import { picturesOf } from '../../markup/pictures-of.ts'
import type { MarkupSettings } from '../../markup/state.ts'
import { viewStory } from '../../markup/view-story.ts'
import { writePage } from '../../markup/write-html.ts'
import { pageFacts } from './page-facts.ts'
import { players } from './players.ts'

/** Draw one page of a story. A public page brings no file that only its gated part shows. */
export async function drawPage(article: Article, planned: PlannedFile, context: RenderContext): Promise<Artifact> {
  const shown = planned.audience === 'public' ? freePart(article) : article
  const own = planned.audience === 'private' ? withPrivateAssets(context) : context
  const [style, pictures, images, mediaHref, logo] = await Promise.all([
    publishStylesheet(pageStyles, context),
    preparePictures(picturesOf(shown), ['avif', 'webp', 'jpeg'], own),
    leadImages(article, context),
    prepareMedia(shown, planned.path, own),
    prepareLogo(context),
  ])
  const view = viewStory(article, markupSettings(planned, pictures, mediaHref, context))
  const facts = pageFacts({ article, view, planned, images, logo, style }, context)
  const tree = page(view, facts, logo && drawLogo(logo, context.publication, relativeHref(planned.path, logo.asset.path)))
  return { path: planned.path, mediaType: planned.mediaType, bytes: writePage(tree) }
}

/** What an author brings to a complete copy is not for everyone; the newspaper's fonts and logo are. */
function withPrivateAssets(context: RenderContext): RenderContext {
  return { ...context, asset: (bytes, name, extension) => context.asset(bytes, name, extension, 'private') }
}

function markupSettings(
  planned: PlannedFile,
  pictures: PictureFiles,
  mediaHref: MarkupSettings['mediaHref'],
  context: RenderContext,
): MarkupSettings {
  return {
    publication: context.publication,
    audience: planned.audience === 'private' ? 'private' : 'public',
    drawPicture: (picture, alt, place) => drawPicture(pictures, picture, alt, place, planned.path),
    mediaHref,
    href: (url) => nearHref(url, context.publication, planned.path),
    landmarkHref: (url) => landmarkHref(url, context.landmarks, planned.path),
    handlers: players(pictures, planned.path),
  }
}
