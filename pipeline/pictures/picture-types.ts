import { extname } from 'node:path/posix'
import type { Picture } from '../ast/small-types.ts'

/** A type of picture that a story may use. */
export interface PictureType {
  name: 'JPEG' | 'PNG' | 'WebP' | 'AVIF' | 'SVG'
  mediaType: Picture['mediaType']
  endings: readonly string[]
}

const jpeg: PictureType = { name: 'JPEG', mediaType: 'image/jpeg', endings: ['.jpg', '.jpeg'] }
const png: PictureType = { name: 'PNG', mediaType: 'image/png', endings: ['.png'] }
const webp: PictureType = { name: 'WebP', mediaType: 'image/webp', endings: ['.webp'] }
const avif: PictureType = { name: 'AVIF', mediaType: 'image/avif', endings: ['.avif'] }
const svg: PictureType = { name: 'SVG', mediaType: 'image/svg+xml', endings: ['.svg'] }
const pictureTypes = [jpeg, png, webp, avif, svg]

/** `JPEG, PNG, WebP, AVIF or SVG` */
export const knownTypes = pictureTypes.map(({ name }) => name).join(', ').replace(/, (\w+)$/, ' or $1')

/** What the ending of a file name promises; nothing where it is of no picture type. */
export function typeByName(path: string): PictureType | undefined {
  const ending = extname(path).toLowerCase()
  return pictureTypes.find(({ endings }) => endings.includes(ending))
}

/** What the first bytes are, whatever the name says; a string names a type that we know but cannot use. */
export function typeByBytes(bytes: Uint8Array): PictureType | string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16_384))
  const start = head.toString('latin1', 0, 64)
  if (start.startsWith('\xff\xd8\xff')) return jpeg
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return png
  if (/^RIFF[^]{4}WEBP/.test(start)) return webp
  if (start.slice(4, 8) === 'ftyp') return isoType(head)
  if (svgRoot.test(head.toString('utf8'))) return svg
  return foreignTypes.find(([, magic]) => magic.test(start))?.[0]
}

/** ISO base media file: its major brand and the compatible ones tell AVIF from HEIC and from video (ISO/IEC 14496-12, 4.3). */
function isoType(head: Buffer): PictureType | string {
  const brands = head.toString('latin1', 8, Math.min(head.readUInt32BE(0), head.length))
  if (/avi[fs]/.test(brands)) return avif
  return /hei[cxms]|hev[cxms]/.test(brands) ? 'HEIC' : 'video'
}

/** The root element, after what may stand before it (https://www.w3.org/TR/xml/#NT-prolog). */
const svgRoot = /^\uFEFF?(?:\s|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)*<(?:\w+:)?svg[\s/>]/

const foreignTypes: readonly (readonly [string, RegExp])[] = [
  ['GIF', /^GIF8/],
  ['TIFF', /^(?:II\*\0|MM\0\*)/],
  ['BMP', /^BM[^]{4}\0\0\0\0/],
  ['Photoshop', /^8BPS/],
  ['PDF', /^%PDF-/],
  ['JPEG XL', /^[^]{4}JXL /],
  ['HTML', /^\s*<(?:!doctype html|html)/i],
]
