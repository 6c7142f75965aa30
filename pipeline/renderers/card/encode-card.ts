import type { JpegOptions } from 'sharp'
import { loadSharp } from '../../pictures/load-sharp.ts'
import type { SizeRules } from './card-sizes.ts'

/**
 * Write a card (RGB, row by row) as a JPEG of at most `maxBytes`, with the record as its XMP. Quality steps down until the
 * file is small enough; the least quality is returned whatever it weighs.
 */
export async function encodeCard(pixels: Buffer, { width, height, colour, maxBytes }: SizeRules, record: string): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const encode = (options: JpegOptions) =>
    sharp(pixels, { raw: { width, height, channels: 3 } }).jpeg({ chromaSubsampling: colour, ...options }).withXmp(record).toBuffer()
  const first = await encode(quick)
  if (first.length <= maxBytes) return new Uint8Array(first)
  const likely = smaller.filter(({ share }) => first.length * share <= maxBytes)
  for (const { options } of likely) {
    const bytes = await encode(options)
    if (bytes.length <= maxBytes) return new Uint8Array(bytes)
  }
  return new Uint8Array(await encode(smallest))
}

// Baseline with the standard tables, 9 ms for a story's 1080 x 1920; tables of its own save a tenth of the bytes and take 25 ms, a progressive file 43.
const quick: JpegOptions = { quality: 84, optimiseCoding: false }

/**
 * What a card that is too heavy is tried with, the best first, and the share of its first bytes that it will weigh: a little less than most
 * of the photos tried, so that none is made worse than it must be, and few are encoded a third time. mozjpeg takes seven times as long
 * as the others, for a sixth fewer bytes.
 */
const smaller: readonly { options: JpegOptions; share: number }[] = [
  { options: { quality: 84 }, share: 0.88 },
  ...([[80, 0.65], [72, 0.48], [64, 0.39], [54, 0.32], [44, 0.27], [34, 0.2]] as const).map(([quality, share]) => ({ options: { quality, mozjpeg: true }, share })),
]
const smallest: JpegOptions = { quality: 24, mozjpeg: true }
