import type { Picture } from '../../ast/small-types.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { decodePicture, type Pixels } from '../../pictures/decode-picture.ts'
import { loadSharp } from '../../pictures/load-sharp.ts'
import type { SizeRules } from './card-sizes.ts'
import { focusOf, type Point } from './focus-of.ts'

/** A photo, decoded once for all cards of a story, and what draws the eye in it, in its pixels. */
export interface Photo extends Pixels {
  focus: Point
  /** The whole photo, small enough to be looked at pixel by pixel. */
  small: Pixels
}

/** Part of a photo, in its pixels. */
export interface Crop {
  left: number
  top: number
  width: number
  height: number
}

/**
 * Read a picture as large as some cards need it. It comes from its own bytes, not as a variant: what is only drawn on need not be
 * encoded, kept and decoded again, which took twice as long as decoding.
 */
export async function openPhoto(picture: Picture, cards: readonly SizeRules[], context: Pick<RenderContext, 'source'>): Promise<Photo> {
  const least = { width: Math.max(...cards.map(({ width }) => width)), height: Math.max(...cards.map(({ height }) => height)) }
  const photo = await decodePicture(await context.source(picture.src), picture, least)
  const small = await shrink(photo)
  const { x, y } = await focusOf(small)
  const scale = photo.width / small.width
  return { ...photo, small, focus: { x: x * scale, y: y * scale } }
}

/** A pixel of it is three to six of a card, less than a letter is wide. */
async function shrink({ pixels, width, height }: Pixels): Promise<Pixels> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 3 } }).resize({ width: 320, height: 320, fit: 'outside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height }
}

/**
 * The largest part of a photo that has the shape of a card, moved so that what draws the eye stands in the middle of what
 * the words leave free, as far as the photo reaches.
 */
export function cropFor(photo: Uncropped, card: Pick<SizeRules, 'width' | 'height' | 'focus'>): Crop {
  const scale = Math.min(photo.width / card.width, photo.height / card.height)
  return cropAround(photo, { width: Math.max(1, Math.round(card.width * scale)), height: Math.max(1, Math.round(card.height * scale)), focus: card.focus })
}

/** A part of a photo of so many of its pixels, moved in the same way. */
export function cropAround({ width, height, focus }: Uncropped, part: Pick<SizeRules, 'width' | 'height' | 'focus'>): Crop {
  return { left: within(focus.x - part.width / 2, width - part.width), top: within(focus.y - part.height * part.focus, height - part.height), width: part.width, height: part.height }
}

type Uncropped = Pick<Photo, 'width' | 'height' | 'focus'>

function within(wished: number, most: number): number {
  return Math.round(Math.min(Math.max(0, wished), most))
}

/** A part of a photo, as it lies under a card: RGB, row by row, exactly as large as is asked for. */
export async function cropPhoto({ pixels, width, height }: Pixels, crop: Crop, card: Pick<SizeRules, 'width' | 'height'>, isMonochrome: boolean): Promise<Buffer> {
  const sharp = await loadSharp()
  const cropped = sharp(pixels, { raw: { width, height, channels: 3 } })
    .extract(crop)
    // What is enlarged has no more to show: the plainest kernel takes half the time, and nobody sees it.
    .resize(card.width, card.height, { fit: 'fill', kernel: crop.width < card.width ? 'linear' : 'lanczos3' })
  return (isMonochrome ? cropped.modulate({ saturation: 0 }) : cropped).raw().toBuffer()
}
