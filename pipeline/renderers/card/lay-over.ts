import type { DrawnCard } from './drawn-card.ts'

/**
 * Lay what was drawn over a photo of the card's size (RGB, row by row), in place. A loop of our own: most of what is drawn is
 * nothing, which libvips' composite multiplies, adds and divides as floating-point numbers all the same, at ten times the cost.
 */
export function layOver(photo: Buffer, { width, pixels, drawn }: Pick<DrawnCard, 'width' | 'pixels' | 'drawn'>): void {
  const first = drawn.top * width
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  for (let pixel = 0; pixel < colours.length; pixel++) {
    if (colours[pixel] === 0) continue
    const over = pixel * 4
    const under = (first + pixel) * 3
    const kept = 255 - (pixels[over + 3] ?? 0)
    photo[under] = mix(pixels[over] ?? 0, photo[under] ?? 0, kept)
    photo[under + 1] = mix(pixels[over + 1] ?? 0, photo[under + 1] ?? 0, kept)
    photo[under + 2] = mix(pixels[over + 2] ?? 0, photo[under + 2] ?? 0, kept)
  }
}

/**
 * `source-over` of Porter and Duff, as CSS has it (https://www.w3.org/TR/compositing-1/#porterduffcompositingoperators_srcover);
 * 257/65536 is 1/255 to the fifth place, without a division.
 */
function mix(over: number, under: number, kept: number): number {
  return over + ((under * kept * 257 + 32_768) >>> 16)
}
