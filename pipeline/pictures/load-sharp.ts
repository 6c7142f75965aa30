import type Sharp from 'sharp'

/**
 * sharp, loaded at the first picture and not before.
 *
 * One thread a picture: libaom cuts an AVIF into as many tiles as it has threads, so that more of them would change the
 * bytes from machine to machine. Speed comes from several pictures at once instead. Nothing is kept in libvips' cache:
 * variants are cut once and kept by the picture desk.
 */
export async function loadSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}
