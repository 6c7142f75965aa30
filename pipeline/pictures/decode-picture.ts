import type { Picture } from '../ast/small-types.ts'
import { loadSharp } from './load-sharp.ts'
import { pixelLimitOf } from './pixel-limit.ts'

/** Decoded pixels: RGB, one byte each, row by row. */
export interface Pixels {
  pixels: Buffer
  width: number
  height: number
}

/**
 * Decode a measured picture for drawing on: upright, in sRGB, on white; of an animated picture the first frame. It is as small as it may be and
 * still fill `least` (pixels) in both directions by halving, which costs a JPEG nothing; a picture that is smaller comes as it is, and
 * an SVG at just the size that fills. Equal input gives equal pixels. Throws where the picture cannot be drawn, which measuring has ruled out.
 */
export async function decodePicture(bytes: Uint8Array, picture: Picture, least: { width: number; height: number }): Promise<Pixels> {
  const sharp = await loadSharp()
  const scale = Math.max(least.width / picture.width, least.height / picture.height)
  const isDrawing = picture.mediaType === 'image/svg+xml'
  const opened = sharp(bytes, { limitInputPixels: pixelLimitOf(picture), ...(isDrawing ? { density: 72 * scale } : {}) }).autoOrient()
  const factor = isDrawing ? scale : 1 / halvings(scale)
  const sized = factor === 1 ? opened : opened.resize({ width: Math.max(1, Math.round(picture.width * factor)) })
  const { data, info } = await sized.toColourspace('srgb').flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height }
}

/** The largest of the factors by which libjpeg shrinks while it decodes (1, 2, 4, 8) that a scale leaves room for. */
function halvings(scale: number): number {
  return [8, 4, 2].find((factor) => factor * scale <= 1) ?? 1
}
