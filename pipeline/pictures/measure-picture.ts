import { createHash } from 'node:crypto'
import { defaultLimits, type Limits } from '../ast/limits.ts'
import type { Picture } from '../ast/small-types.ts'
import type { MeasurePicture, PictureMetadata, PictureProblem, SourceFile } from '../contract/source.ts'
import { inspectDrawing } from './inspect-drawing.ts'
import { loadSharp } from './load-sharp.ts'
import { knownTypes, typeByBytes, typeByName, type PictureType } from './picture-types.ts'
import { readMetadata } from './read-metadata.ts'


/**
 * Measure a picture: its type by its bytes, width and height as displayed, and what it says of itself. It is decoded
 * once, small, so that a damaged file is found here and not by a renderer; one of more than `limits` allow is never
 * decoded. Never throws. An SVG is measured by its width and height, or else its viewBox, and loads nothing from outside:
 * librsvg follows no reference out of a document that it was given as bytes.
 */
export const measurePicture = async (file: SourceFile, limits: PictureLimits = defaultLimits): Promise<Measured> => {
  if (file.bytes.length === 0) return { problem: 'empty' }
  const type = typeByBytes(file.bytes)
  if (type === undefined || typeof type === 'string') return { problem: 'unknown-type', found: type, expected: knownTypes }
  const named = typeByName(file.path)
  if (type !== named) return { problem: 'wrong-type', found: type.name, expected: named?.name ?? 'no picture' }
  try {
    return unfit(file.bytes, type, limits) ?? (await measureKnown(file, type, limits.pixels))
  } catch (error) {
    return { problem: 'unreadable', detail: error instanceof Error ? error.message : String(error) }
  }
}

/** Why it is not even decoded. */
function unfit(bytes: Uint8Array, { name }: PictureType, { drawing, photo }: PictureLimits): PictureProblem | undefined {
  const most = name === 'SVG' ? drawing : photo
  if (bytes.length > most) return { problem: 'too-heavy', bytes: bytes.length, limit: most }
  const fault = name === 'SVG' ? inspectDrawing(bytes) : undefined
  return fault?.problem === 'malformed' ? { problem: 'unreadable', detail: fault.detail } : fault
}

type PictureLimits = Pick<Limits, 'photo' | 'drawing' | 'pixels'>
type Measured = Awaited<ReturnType<MeasurePicture>>

/** Width and height of a finished picture as displayed, in pixels; undefined where `measurePicture` would see no picture. */
export async function sizeOf(path: string, bytes: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  const measured = await measurePicture({ path, bytes })
  return 'picture' in measured ? measured.picture : undefined
}

async function measureKnown(file: SourceFile, type: PictureType, limit: number): Promise<Measured> {
  const { width, height } = await readSize(file.bytes).catch(because('its beginning is broken'))
  if (width * height > limit) return { problem: 'too-large', width, height, limit } satisfies PictureProblem
  await decodeSmall(file.bytes, limit).catch(because('it breaks off, or a part of it is broken'))
  const picture: Picture = {
    src: file.path,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    mediaType: type.mediaType,
    width,
    height,
    bytes: file.bytes.length,
  }
  const metadata: PictureMetadata = type.name === 'SVG' ? {} : await readMetadata(file.bytes)
  return { picture, metadata }
}

async function readSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const sharp = await loadSharp()
  // Of an animated picture, this is the size of its first frame.
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
  return autoOrient
}

async function decodeSmall(bytes: Uint8Array, limit: number): Promise<void> {
  const sharp = await loadSharp()
  await sharp(bytes, { failOn: 'truncated', limitInputPixels: limit }).resize(64, 64, { fit: 'inside' }).raw().toBuffer()
}

/** What is wrong in words of ours: the threads of libvips have one place for theirs, where they get lost, or are those of another picture. */
function because(detail: string): () => never {
  return () => {
    throw new Error(detail)
  }
}
