import type { CardManner } from '../../../templates/card/card-view.ts'
import { shadeGrey } from '../../../templates/card/shade.ts'
import type { SizeRules } from './card-sizes.ts'
import { cropAround, cropFor, cropPhoto, type Crop, type Photo } from './crop-photo.ts'
import { shadePhoto } from './shade-photo.ts'

/**
 * A photo that ends where the words begin (`bottom`, in pixels from the top), as large as the card: RGB, row by row. It fades into the shade
 * that they stand on, but for words that bring a panel of their own.
 */
export async function photoAbove(photo: Photo, { width, height, focus, fade }: SizeRules, manner: CardManner, bottom: number): Promise<Buffer> {
  const shown = { width, height: bottom, focus }
  const fades = manner !== 'paid'
  const crop = (fades ? pixelForPixel(photo, shown) : undefined) ?? cropFor(photo, shown)
  const rows = crop.width === width ? crop.height : bottom
  const ground = Buffer.alloc(width * height * 3, shadeGrey)
  ground.set(await cropPhoto(photo, crop, { width, height: rows }, manner === 'memorial'))
  if (fades) shadePhoto(ground, { width, words: { top: rows, height: 0 } }, fade, 1)
  return ground
}

/**
 * The part of a photo that is about as large as what is to be filled, a seventh lower at the most: where it need not be enlarged or reduced by more
 * than that, nothing is sharper, and scaling costs twenty times as much as copying.
 */
function pixelForPixel(photo: Photo, shown: Pick<SizeRules, 'width' | 'height' | 'focus'>): Crop | undefined {
  const scale = cropFor(photo, shown).width / shown.width
  if (photo.width < shown.width || scale < 0.85 || scale > 1.15) return undefined
  return cropAround(photo, { ...shown, height: Math.min(shown.height, photo.height) })
}
