import type { Picture } from '../ast/small-types.ts'
import type { PictureWish } from '../contract/renderer.ts'

/** What is cut: pixels of the result, and by how much a drawing is scaled to fill it. Without a height the shape stays. */
export interface Frame {
  width: number
  height?: number
  scale: number
}

/** The largest frame of the wished shape that the picture fills without being enlarged; for a drawing, the wish itself. */
export function frameOf(picture: Picture, wish: PictureWish): Frame {
  const enough = picture.mediaType === 'image/svg+xml' ? 1 : Math.min(1, picture.width / wish.width, picture.height / (wish.height ?? 1))
  const width = atLeastOne(wish.width * enough)
  if (wish.height === undefined) return { width, scale: width / picture.width }
  const height = atLeastOne(wish.height * enough)
  return { width, height, scale: Math.max(width / picture.width, height / picture.height) }
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}
