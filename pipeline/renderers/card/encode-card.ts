import type { JpegOptions } from 'sharp'
import { loadSharp } from '../../pictures/load-sharp.ts'
import type { SizeRules } from './card-sizes.ts'

/**
 * Write a card (RGB, row by row) as a JPEG of at most `maxBytes`, with the record as its XMP. Quality steps down until the
 * file is small enough; the least quality is returned whatever it weighs.
 */
export async function encodeCard(pixels: Buffer, { width, height, maxBytes }: SizeRules, record: string): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const encode = (attempt: JpegOptions) =>
    // Words in colour fray where colour is stored at half the size.
    sharp(pixels, { raw: { width, height, channels: 3 } }).jpeg({ chromaSubsampling: '4:4:4', ...attempt }).withXmp(record).toBuffer()
  let bytes = await encode(quick)
  for (const attempt of smaller) {
    if (bytes.length <= maxBytes) break
    bytes = await encode(attempt)
  }
  return new Uint8Array(bytes)
}

// Tables of its own save a twelfth of the bytes and take three times as long, a progressive file five times: only for cards that need it.
const quick = { quality: 84, optimiseCoding: false }
const smaller = [80, 72, 64, 54, 44, 34, 24].map((quality) => ({ quality, mozjpeg: true }))
