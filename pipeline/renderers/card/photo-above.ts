import type { CardManner } from '../../../templates/card/card-view.ts'
import { shadeGrey } from '../../../templates/card/shade.ts'
import type { Pixels } from '../../pictures/decode-picture.ts'
import type { SizeRules } from './card-sizes.ts'
import { cropAround, cropFor, cropPhoto, type Crop, type Photo } from './crop-photo.ts'
import { takeRoom } from './pixel-room.ts'
import { shadePhoto } from './shade-photo.ts'

/**
 * A photo that ends where the words begin (`bottom`, in pixels from the top), as large as the card: RGB, row by row. It fades into the shade
 * that they stand on, but for words that bring a panel of their own.
 */
export async function photoAbove(photo: Photo, { width, height, focus, fade }: SizeRules, manner: CardManner, bottom: number): Promise<Buffer> {
  const ground = takeRoom(width * height * 3)
  const rows = await layPhoto(photo, { width, height: bottom, focus }, manner, ground)
  ground.fill(shadeGrey, rows * width * 3)
  if (manner !== 'paid') shadePhoto(ground, { width, words: { top: rows, height: 0 } }, fade, 1)
  return ground
}

/** Lay the part of a photo that is shown at the top of a card; answers how many rows it fills. */
async function layPhoto(photo: Photo, shown: Pick<SizeRules, 'width' | 'height' | 'focus'>, manner: CardManner, ground: Buffer): Promise<number> {
  const asItIs = manner === 'paid' ? undefined : pixelForPixel(photo, shown)
  if (asItIs && manner !== 'memorial') return copyRows(photo, asItIs, ground)
  const [crop, height] = asItIs ? [asItIs, asItIs.height] : [cropFor(photo, shown), shown.height]
  ground.set(await cropPhoto(photo, crop, { width: shown.width, height }, manner === 'memorial'))
  return height
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

function copyRows({ pixels, width }: Pixels, crop: Crop, ground: Buffer): number {
  for (let row = 0; row < crop.height; row++) {
    const start = ((crop.top + row) * width + crop.left) * 3
    ground.set(pixels.subarray(start, start + crop.width * 3), row * crop.width * 3)
  }
  return crop.height
}
