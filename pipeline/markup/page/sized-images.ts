import type { Article } from '../../ast/article.ts'
import type { SizedImage } from '../json-ld.ts'
import type { Cut, PictureFiles } from './picture-files.ts'

/** The largest file of the lead picture, for structured data; nothing without a lead picture. */
export function leadImages({ lead }: Article, pictures: PictureFiles): SizedImage[] {
  const cuts = lead ? pictures.of(lead.picture, 'lead').fallback : []
  return cuts.toSorted((a, b) => b.width - a.width).slice(0, 1).map(sizedImage)
}

/** A file as structured data names it. */
export function sizedImage({ asset: { url }, width, height }: Cut): SizedImage {
  return { url, width, height }
}
