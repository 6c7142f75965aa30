import { createHash } from 'node:crypto'
import type { Sharp } from 'sharp'
import type { Picture } from '../ast/small-types.ts'
import type { CutFacts, PictureWish } from '../contract/renderer.ts'
import type { SourceFile } from '../contract/source.ts'
import { encoderSettings } from './encoder-settings.ts'
import { frameOf } from './frame.ts'
import { loadSharp } from './load-sharp.ts'
import { readMetadata } from './read-metadata.ts'
import { scalePicture } from './scale-picture.ts'
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
  const { pixels, raw } = await scalePicture(original.bytes, picture, frameOf(picture, wish))
  const sharp = await loadSharp()
  const packet = writeRights(await completeRights(rights, original))
  const scaled = sharp(pixels, { raw })
  const finished = encoders[wish.format](packet === undefined ? scaled : scaled.withXmp(packet))
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

const encoders: Readonly<Record<PictureWish['format'], (picture: Sharp) => Sharp>> = {
  // JPEG cannot be transparent: drawings that are meant for paper stand on white.
  jpeg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg(encoderSettings.jpeg),
  webp: (picture) => picture.webp(encoderSettings.webp),
  avif: (picture) => picture.avif(encoderSettings.avif),
  png: (picture) => picture.png(encoderSettings.png),
}
