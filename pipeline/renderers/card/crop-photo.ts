import type { Picture } from '../../ast/small-types.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { loadSharp } from '../../pictures/load-sharp.ts'
import { sizeRules, socialSizes, type SizeRules } from './card-sizes.ts'

/** A photo, decoded once for all cards of a story: RGB, row by row, and the pixel that draws the eye. */
export interface Photo {
  pixels: Buffer
  width: number
  height: number
  focus: { x: number; y: number }
}

/** Part of a photo, in its pixels. */
export interface Crop {
  left: number
  top: number
  width: number
  height: number
}

/** Read a picture as large as the largest social card needs it; the cover of a book takes what there is. */
export async function openPhoto(picture: Picture, context: Pick<RenderContext, 'picture'>): Promise<Photo> {
  const sharp = await loadSharp()
  const needed = socialSizes.map((size) => Math.max(sizeRules[size].width, Math.ceil((sizeRules[size].height * picture.width) / picture.height)))
  const variant = await context.picture(picture, { width: Math.max(...needed), format: 'jpeg', isDraft: true })
  const { data: pixels, info } = await sharp(await variant.read()).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { pixels, width, height, focus: await focusOf(pixels, width, height) }
}

/**
 * The largest part of a photo that has the shape of a card, moved so that what draws the eye stands in the middle of what
 * the words leave free, as far as the photo reaches.
 */
export function cropFor({ width, height, focus }: Omit<Photo, 'pixels'>, card: Pick<SizeRules, 'width' | 'height' | 'focus'>): Crop {
  const scale = Math.min(width / card.width, height / card.height)
  const wide = Math.max(1, Math.round(card.width * scale))
  const high = Math.max(1, Math.round(card.height * scale))
  return { left: within(focus.x - wide / 2, width - wide), top: within(focus.y - high * card.focus, height - high), width: wide, height: high }
}

function within(wished: number, most: number): number {
  return Math.round(Math.min(Math.max(0, wished), most))
}

/** The photo as it lies under a card: RGB, row by row, exactly as large as the card. */
export async function cropPhoto(photo: Photo, card: SizeRules, isMonochrome: boolean): Promise<Buffer> {
  const sharp = await loadSharp()
  const { pixels, width, height } = photo
  const cropped = sharp(pixels, { raw: { width, height, channels: 3 } })
    .extract(cropFor(photo, card))
    .resize(card.width, card.height, { fit: 'fill' })
  return (isMonochrome ? cropped.modulate({ saturation: 0 }) : cropped).raw().toBuffer()
}

/**
 * What draws the eye, as libvips sees it (skin, saturated colour, edges): the middle of the part that it would keep of
 * the photo, upright for the column and level for the row. The point that it reports itself is in no one scale.
 */
async function focusOf(pixels: Buffer, width: number, height: number): Promise<{ x: number; y: number }> {
  const sharp = await loadSharp()
  const [small, upright, level] = [240, 96, 40]
  const keep = (shape: { width: number; height: number }) =>
    sharp(pixels, { raw: { width, height, channels: 3 } })
      .resize({ ...shape, fit: 'cover', position: 'attention' })
      .raw()
      .toBuffer({ resolveWithObject: true })
  const [column, row] = await Promise.all([keep({ width: upright, height: small }), keep({ width: small, height: level })])
  // Offsets are negative: how far the photo was pushed out of the frame, to its left and to its top.
  const x = (upright / 2 - (column.info.cropOffsetLeft ?? 0)) * Math.min(width / upright, height / small)
  const y = (level / 2 - (row.info.cropOffsetTop ?? 0)) * Math.min(width / small, height / level)
  return { x, y }
}
