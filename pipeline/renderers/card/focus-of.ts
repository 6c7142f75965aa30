import type { Pixels } from '../../pictures/decode-picture.ts'
import { loadSharp } from '../../pictures/load-sharp.ts'

/** A place in a photo, in its pixels. */
export interface Point {
  x: number
  y: number
}

/**
 * What draws the eye in a photo, as libvips sees it (skin, saturated colour, edges): the middle of the part that it would keep of
 * it, upright for the column and level for the row. The point that it reports itself is in no one scale.
 */
export async function focusOf({ pixels, width, height }: Pixels): Promise<Point> {
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
