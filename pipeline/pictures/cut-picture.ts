import { createHash } from 'node:crypto'
import type { Sharp, SharpOptions } from 'sharp'
import type { Picture } from '../ast/small-types.ts'
import type { CutFacts, PictureWish } from '../contract/renderer.ts'
import type { SourceFile } from '../contract/source.ts'
import { frameOf, type Frame } from './frame.ts'
import { loadSharp } from './load-sharp.ts'
import { pixelLimitOf } from './pixel-limit.ts'
import { readMetadata } from './read-metadata.ts'
import { writeRights, type PictureRights } from './write-rights.ts'

/** A cut, in memory. */
export interface FreshCut extends CutFacts {
  bytes: Uint8Array
}

/**
 * Cut one variant of a measured picture: upright, in sRGB, never enlarged (an SVG, which has no pixels, is drawn at the
 * size that is wished). With a height it is cropped to that shape around what draws the eye. Of an animated picture the first
 * frame. All metadata goes, places and camera too; credit and copyright are written back as XMP, those of the original where `rights`
 * has none. Equal input gives equal bytes. Throws where the picture cannot be drawn, which measuring has ruled out.
 */
export async function cutPicture(original: SourceFile, picture: Picture, wish: PictureWish, rights: PictureRights): Promise<FreshCut> {
  const sharp = await loadSharp()
  const frame = frameOf(picture, wish)
  const { width, height } = frame
  const cropped = sharp(original.bytes, inputOptions(picture, frame))
    .autoOrient()
    .resize({ width, ...(height === undefined ? {} : { height }), fit: 'cover', position: 'attention' })
    .toColourspace('srgb')
  const packet = writeRights(await completeRights(rights, original))
  const finished = encoders[wish.format](packet === undefined ? cropped : cropped.withXmp(packet))
  const { data, info } = await finished.toBuffer({ resolveWithObject: true })
  return {
    bytes: data,
    mediaType: `image/${wish.format}`,
    width: info.width,
    height: info.height,
    sha256: createHash('sha256').update(data).digest('hex'),
    size: data.length,
  }
}

/** A poster or a picture in a line of prose has no credit line in the story, yet nobody loses a right by that. */
async function completeRights({ credit, copyright }: PictureRights, original: SourceFile): Promise<PictureRights> {
  if (credit && copyright) return { credit, copyright }
  const own = await readMetadata(original.bytes)
  return { credit: credit || own.credit, copyright: copyright || own.copyright }
}

/** A drawing is scaled before it becomes pixels: libvips draws it at 72 dots to the inch for its own size. */
function inputOptions(picture: Picture, { scale }: Frame): SharpOptions {
  return { limitInputPixels: pixelLimitOf(picture), ...(picture.mediaType === 'image/svg+xml' ? { density: 72 * scale } : {}) }
}

/**
 * Qualities are set to look alike side by side, and like the original at arm's length: the JPEG, which also goes on paper, a
 * little above the others. AVIF at effort 1: on photos of 1600 pixels, efforts 1 and 2 gave equal size and likeness (36.7 dB in 140 kB),
 * and effort 2 took three to five times as long. Its colour is kept at full resolution, so that red lettering stays sharp.
 */
const encoders: Readonly<Record<PictureWish['format'], (picture: Sharp) => Sharp>> = {
  // JPEG cannot be transparent: drawings that are meant for paper stand on white.
  jpeg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }),
  webp: (picture) => picture.webp({ quality: 82, alphaQuality: 100 }),
  avif: (picture) => picture.avif({ quality: 55, effort: 1, chromaSubsampling: '4:4:4' }),
  png: (picture) => picture.png({ compressionLevel: 9 }),
}
