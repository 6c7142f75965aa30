import type { Raw, SharpOptions } from 'sharp'
import type { Picture } from '../ast/small-types.ts'
import type { Frame } from './frame.ts'
import { loadSharp } from './load-sharp.ts'
import { pixelLimitOf } from './pixel-limit.ts'

/** A picture as large as one of its cuts: eight bits for each channel, row by row. */
export interface ScaledPicture {
  pixels: Buffer
  raw: Raw
}

/**
 * Decode a measured picture and scale it to a frame: upright, in sRGB, cropped around what draws the eye where the frame has a shape of its own. Of an
 * animated picture the first frame. What was scaled last is remembered, because every cut is asked for in several formats, one after
 * the other: decoding and scaling are an eighth of what the cuts of a photo cost. Equal input gives equal pixels.
 */
export function scalePicture(bytes: Uint8Array, picture: Picture, frame: Frame): Promise<ScaledPicture> {
  const key = `${picture.sha256} ${frame.width} ${frame.height}`
  const scaled = recent.get(key) ?? scale(bytes, picture, frame)
  recent.delete(key)
  recent.set(key, scaled)
  if (recent.size > most) recent.delete(recent.keys().next().value ?? '')
  scaled.catch(() => recent.delete(key))
  return scaled
}

const recent = new Map<string, Promise<ScaledPicture>>()

// As many as two stories ask for at a time; of a wide photo, one has seven million bytes.
const most = 4

async function scale(bytes: Uint8Array, picture: Picture, frame: Frame): Promise<ScaledPicture> {
  const sharp = await loadSharp()
  const { width, height } = frame
  const { data, info } = await sharp(bytes, inputOptions(picture, frame))
    .autoOrient()
    .resize({ width, ...(height === undefined ? {} : { height }), fit: 'cover', position: 'attention' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { pixels: data, raw: { width: info.width, height: info.height, channels: info.channels } }
}

/** A drawing is scaled before it becomes pixels: libvips draws it at 72 dots to the inch for its own size. */
function inputOptions(picture: Picture, { scale: density }: Frame): SharpOptions {
  return { limitInputPixels: pixelLimitOf(picture), ...(picture.mediaType === 'image/svg+xml' ? { density: 72 * density } : {}) }
}
