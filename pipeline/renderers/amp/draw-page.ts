import { page } from '../../../templates/amp/page.tsx'
import { relativeHref } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import type { Artifact, PlannedFile, RenderContext } from '../../contract/renderer.ts'
import { freePart } from '../../ast/free-part.ts'
import { drawLogo } from '../../markup/page/draw-logo.ts'
import { drawPicture } from '../../markup/page/draw-picture.ts'
import { prepareMedia } from '../../markup/page/media-files.ts'
import { landmarkHref, nearHref } from '../../markup/page/near-href.ts'
import { prepareLogo, preparePictures } from '../../markup/page/picture-files.ts'
import { leadImages } from '../../markup/page/sized-images.ts'
import { picturesOf } from '../../markup/pictures-of.ts'
import { viewStory } from '../../markup/view-story.ts'
import { writePage } from '../../markup/write-html.ts'
import { headFacts } from './head-facts.ts'
import { players } from './players.ts'
import { reportLosses } from './report-losses.ts'
import { stylesFor } from './styles.ts'

/** Draw the AMP page of a story: of a gated one, its free part with a notice. */
export async function drawPage(article: Article, { path, mediaType }: PlannedFile, context: RenderContext): Promise<Artifact> {
  const shown = freePart(article)
  const [styles, pictures, images, mediaHref, logo] = await Promise.all([
    stylesFor(path, context),
    // One type of file: AMP has no `picture`, and every browser that it supports reads WebP.
    preparePictures(picturesOf(shown), ['webp'], context),
    leadImages(article, context),
    prepareMedia(shown, path, context),
    prepareLogo(context),
  ])
  const view = viewStory(article, {
    publication: context.publication,
    audience: 'public',
    drawPicture: (picture, alt, place) => drawPicture(pictures, picture, alt, place, path),
    mediaHref,
    href: (url) => nearHref(url, context.publication, path),
    landmarkHref: (url) => landmarkHref(url, context.landmarks, path),
    handlers: players(pictures, path),
  })
  reportLosses(shown, styles, context)
  const facts = headFacts({ path, article, view, images, logo, styles }, context)
  const tree = page(view, facts, logo && drawLogo(logo, context.publication, relativeHref(path, logo.asset.path)))
  return { path, mediaType, bytes: writePage(tree, { upperDoctype: false }) }
}
