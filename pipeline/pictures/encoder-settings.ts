import type { AvifOptions, JpegOptions, PngOptions, WebpOptions } from 'sharp'

/**
 * Qualities are set to look alike side by side, and like the original at arm's length: the JPEG, which also goes on paper, a
 * little above the others. AVIF at effort 1: on photos of 1600 pixels, efforts 1 and 2 gave equal size and likeness (36.7 dB in 140 kB),
 * and effort 2 took three to five times as long. Its colour is kept at full resolution, so that red lettering stays sharp. WebP, for
 * the few who read no AVIF, at effort 2: two fifths of the time of 4 for 5 % more bytes. JPEG with the table of mozjpeg and without its trellis and
 * search of scans: a quarter of the time for 9 % more bytes of equal likeness (SSIM).
 */
export const encoderSettings: { jpeg: JpegOptions; webp: WebpOptions; avif: AvifOptions; png: PngOptions } = {
  jpeg: { quality: 80, quantisationTable: 3, progressive: true },
  webp: { quality: 82, alphaQuality: 100, effort: 2 },
  avif: { quality: 55, effort: 1, chromaSubsampling: '4:4:4' },
  png: { compressionLevel: 9 },
}
