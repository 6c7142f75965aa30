import type { DrawnCard } from './drawn-card.ts'

/**
 * Lay what was drawn over a photo of the card's size (RGB, row by row), in place. A loop of our own: most of what is drawn is
 * nothing, which libvips' composite multiplies, adds and divides as floating-point numbers all the same, at ten times the cost.
 */
export function layOver(photo: Buffer, { width, pixels, drawn }: Pick<DrawnCard, 'width' | 'pixels' | 'drawn'>): void {
  let under = drawn.top * width * 3
  for (let over = 0; over < pixels.length; over += 4, under += 3) {
    const opacity = pixels[over + 3] ?? 0
    if (opacity === 0) continue
    const kept = 255 - opacity
    photo[under] = mix(pixels[over] ?? 0, photo[under] ?? 0, kept)
    photo[under + 1] = mix(pixels[over + 1] ?? 0, photo[under + 1] ?? 0, kept)
    photo[under + 2] = mix(pixels[over + 2] ?? 0, photo[under + 2] ?? 0, kept)
  }
}

/** `source-over` of Porter and Duff, as CSS has it (https://www.w3.org/TR/compositing-1/#porterduffcompositingoperators_srcover). */
function mix(over: number, under: number, kept: number): number {
  return over + Math.round((under * kept) / 255)
}
