import type { CardManner } from '../../../templates/card/card-view.ts'
import type { SizeRules } from './card-sizes.ts'
import { cropFor, cropPhoto, type Crop, type Photo } from './crop-photo.ts'
import type { DrawnCard } from './drawn-card.ts'
import { photoAbove } from './photo-above.ts'
import { shadeFor, shadePhoto } from './shade-photo.ts'

/**
 * What lies under the words of a card, as large as the card (RGB, row by row): its part of the photo, in the shade where words stand that bring no
 * ground of their own; without a photo nothing, for there they do. It is cut while the words are drawn, where it needs no more of them.
 */
export async function groundOf(photo: Photo | undefined, rules: SizeRules, manner: CardManner, drawing: Promise<{ drawn: DrawnCard }>): Promise<Buffer> {
  if (!photo) return Buffer.alloc(rules.width * rules.height * 3)
  if (rules.photo === 'above') return photoAbove(photo, rules, manner, (await drawing).drawn.words.top)
  const ground = await cropPhoto(photo, cropFor(photo, rules), rules, manner === 'memorial')
  const { drawn } = await drawing
  if (manner !== 'paid') shadePhoto(ground, drawn, rules.fade, shadeOf(photo, rules))
  return ground
}

/** How opaque the shade must be (0 to 1) between a photo and the words on it. */
export function shadeOf(photo: Photo, rules: SizeRules): number {
  return shadeFor(photo.small, scaled(cropFor(photo, rules), photo.small.width / photo.width), rules)
}

function scaled({ left, top, width, height }: Crop, scale: number): Crop {
  return { left: left * scale, top: top * scale, width: width * scale, height: height * scale }
}
