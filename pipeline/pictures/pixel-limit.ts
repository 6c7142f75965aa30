import { defaultLimits } from '../ast/limits.ts'
import type { Picture } from '../ast/small-types.ts'

/** Pixels that may be decoded of a picture that was measured, and was not too large for its newspaper; a drawing has as many as it is drawn with. */
export function pixelLimitOf({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  return Math.max(defaultLimits.pixels, width * height)
}
