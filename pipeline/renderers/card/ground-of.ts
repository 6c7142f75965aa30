import type { CardManner } from '../../../templates/card/card-view.ts'
import type { SizeRules } from './card-sizes.ts'
import { cropFor, cropPhoto, type Crop, type Photo } from './crop-photo.ts'
import { shadeFor } from './shade-photo.ts'

/** What lies under the words of a card, as large as the card (RGB, row by row): its part of the photo; without one nothing, for the words bring their own ground. */
export async function groundOf(photo: Photo | undefined, rules: SizeRules, manner: CardManner): Promise<Buffer> {
  return photo ? cropPhoto(photo, cropFor(photo, rules), rules, manner === 'memorial') : Buffer.alloc(rules.width * rules.height * 3)
}

/** How opaque the shade must be (0 to 1) between a photo and the words of one card. */
export function shadeOf(photo: Photo, rules: SizeRules): number {
  return shadeFor(photo.small, scaled(cropFor(photo, rules), photo.small.width / photo.width), rules)
}

function scaled({ left, top, width, height }: Crop, scale: number): Crop {
  return { left: left * scale, top: top * scale, width: width * scale, height: height * scale }
}
