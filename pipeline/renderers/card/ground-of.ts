import type { CardManner } from '../../../templates/card/card-view.ts'
import type { SizeRules } from './card-sizes.ts'
import { cropFor, cropPhoto, type Crop, type Photo } from './crop-photo.ts'
import type { DrawnCard } from './drawn-card.ts'
import { shadeFor, shadePhoto } from './shade-photo.ts'

/**
 * What lies under the words of a card, as large as the card (RGB, row by row): its part of the photo, shaded where the words stand but for
 * those of paid content, which bring their own panel. Without a photo nothing: the words bring their own ground.
 */
export async function groundOf(drawn: DrawnCard, photo: Photo | undefined, rules: SizeRules, manner: CardManner): Promise<Buffer> {
  if (!photo) return Buffer.alloc(rules.width * rules.height * 3)
  const crop = cropFor(photo, rules)
  const ground = await cropPhoto(photo, crop, rules, manner === 'memorial')
  if (manner !== 'paid') shadePhoto(ground, drawn, rules.fade, shadeFor(photo.small, scaled(crop, photo.small.width / photo.width), rules))
  return ground
}

function scaled({ left, top, width, height }: Crop, scale: number): Crop {
  return { left: left * scale, top: top * scale, width: width * scale, height: height * scale }
}
