import { loadSharp } from '../../pictures/load-sharp.ts'
import type { SizeRules } from './card-sizes.ts'

/**
 * How opaque the shade under white words must be (0 to 1) for them to stand at 7:1 (WCAG 2.2, 1.4.6) before the
 * brightest parts of where they are: a photo of the night keeps its depth, and on a white one they are as legible.
 * Takes the photo as it lies under the card: RGB, row by row.
 */
export async function shadeFor(photo: Buffer, { width, height, focus }: SizeRules): Promise<number> {
  const sharp = await loadSharp()
  const small = sharp(photo, { raw: { width, height, channels: 3 } }).resize({ width: 240 })
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true })
  // Words begin about as far below what draws the eye as that is below the edge.
  const words = data.subarray(Math.floor(info.height * focus * 1.4) * info.width * 3)
  const greys = Array.from({ length: Math.floor(words.length / 3) }, (_, index) => greyOf(words.subarray(index * 3)))
  const brightest = greys.toSorted((one, other) => one - other).at(Math.floor(greys.length * 0.998)) ?? 255
  const opacity = (brightest - darkEnough) / (brightest - shadeGrey)
  // Half opaque at the least: details, however dark, do not wrestle with the letters.
  return Math.min(0.74, Math.max(0.5, Math.ceil(opacity * 50) / 50))
}

/** The grey, 0 to 255, on which the palest ink of a card (#f4f2ee) stands at 7.4:1. */
const darkEnough = 78
/** The shade is not quite black. */
const shadeGrey = 10

/** The grey of equal luminance, 0 to 255. */
function greyOf([red = 0, green = 0, blue = 0]: Uint8Array): number {
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  return 255 * (luminance <= 0.003_130_8 ? 12.92 * luminance : 1.055 * luminance ** (1 / 2.4) - 0.055)
}

function linear(channel: number): number {
  const value = channel / 255
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
