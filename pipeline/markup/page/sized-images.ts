import type { Article } from '../../ast/article.ts'
import type { Picture } from '../../ast/small-types.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import type { SizedImage } from '../json-ld.ts'
import { stem, type Cut } from './picture-files.ts'

/** The shapes in which search engines want the picture of a story, in pixels: 16x9, 4x3 and 1x1. */
const shapes = [{ width: 1200, height: 675 }, { width: 1200, height: 900 }, { width: 1200, height: 1200 }]

/** The lead picture in every shape that structured data names; nothing without a lead picture. It stands before every paywall. */
export async function leadImages({ lead }: Article, context: RenderContext): Promise<SizedImage[]> {
  return lead ? Promise.all(shapes.map((shape) => cutTo(lead.picture, shape, context))) : []
}

async function cutTo(picture: Picture, shape: { width: number; height: number }, context: RenderContext): Promise<SizedImage> {
  const cut = await context.picture(picture, { ...shape, format: 'jpeg' })
  const { width, height } = cut
  const { url } = context.asset(cut, `${stem(picture)}-${width}x${height}`, 'jpg')
  return { url, width, height }
}

/** A file as structured data names it. */
export function sizedImage({ asset: { url }, width, height }: Cut): SizedImage {
  return { url, width, height }
}
