import { loadSharp } from '../../pictures/load-sharp.ts'
import type { DrawnCard } from './drawn-card.ts'

/**
 * Lay the words over the photo (RGB, as large as the card; without one they bring their own ground) and write a JPEG of at
 * most `maxBytes`, with the record as its XMP. Quality steps down until the file is small enough; the least quality is
 * returned whatever it weighs.
 */
export async function encodeCard(drawn: DrawnCard, photo: Buffer | undefined, record: string, maxBytes: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const { width, height, premultiplied } = drawn
  const base = photo
    ? sharp(photo, { raw: { width, height, channels: 3 } })
    : sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
  const pixels = await base
    .composite([{ input: drawn.pixels, raw: { width, height, channels: 4 }, ...(premultiplied ? { premultiplied } : {}) }])
    .removeAlpha()
    .raw()
    .toBuffer()
  for (const attempt of attempts) {
    const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
      // Words in colour fray where colour is stored at half the size.
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4', ...attempt })
      .withXmp(record)
      .toBuffer()
    if (bytes.length <= maxBytes || attempt === attempts.at(-1)) return new Uint8Array(bytes)
  }
  throw new Error('There is no quality to try.')
}

// mozjpeg takes four times as long for a tenth fewer bytes (story: 300 ms instead of 90): only for cards that need them.
const attempts = [{ quality: 84 }, ...[80, 72, 64, 54, 44, 34, 24].map((quality) => ({ quality, mozjpeg: true }))]
