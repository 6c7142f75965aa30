import { fadeAt, shadeColour, shadeUnderWordsAt } from '../../../templates/card/shade.ts'
import type { Pixels } from '../../pictures/decode-picture.ts'
import type { SizeRules } from './card-sizes.ts'
import type { Crop } from './crop-photo.ts'
import type { DrawnCard } from './drawn-card.ts'

/**
 * How opaque the shade under white words must be (0 to 1) for them to stand at 7:1 (WCAG 2.2, 1.4.6) before the
 * brightest parts of where they are: a photo of the night keeps its depth, and on a white one they are as legible.
 * Takes a small copy of the photo, and its part that lies under the card, in pixels of that copy.
 */
export function shadeFor({ pixels, width }: Pixels, crop: Crop, { focus }: SizeRules): number {
  // Words begin about as far below what draws the eye as that is below the edge.
  const first = Math.round(crop.top + crop.height * focus * 1.4)
  const counts = new Uint32Array(256)
  for (let row = first; row < Math.round(crop.top + crop.height); row++) {
    const start = (row * width + Math.round(crop.left)) * 3
    for (let at = start; at < start + Math.round(crop.width) * 3; at += 3) {
      const grey = greyOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
      counts[grey] = (counts[grey] ?? 0) + 1
    }
  }
  const brightest = quantile(counts, 0.998)
  const opacity = (brightest - darkEnough) / (brightest - shadeGrey)
  // Half opaque at the least: details, however dark, do not wrestle with the letters.
  return Math.min(0.74, Math.max(0.5, Math.ceil(opacity * 50) / 50))
}

/** Darken a photo that lies under a card, in place: above the words and where they stand. */
export function shadePhoto(photo: Buffer, { width, words }: Pick<DrawnCard, 'width' | 'words'>, fade: number, opacity: number): void {
  for (let row = Math.max(0, words.top - fade); row < words.top + words.height; row++) {
    const middle = row + 0.5 - words.top
    shadeRow(photo.subarray(row * width * 3, (row + 1) * width * 3), middle < 0 ? fadeAt(1 + middle / fade, opacity) : shadeUnderWordsAt(middle / words.height, opacity))
  }
}

/** In whole numbers, 16 bits behind the point, and told so to the compiler (`| 0`): a photo has millions of them, and this halves the time. */
function shadeRow(row: Buffer, opacity: number): void {
  const kept = Math.round((1 - opacity) * 65_536) | 0
  const [red, green, blue] = shadeColour.map((value) => (value * (65_536 - kept) + 32_768) | 0) as [number, number, number]
  for (let at = 0; at < row.length; at += 3) {
    row[at] = ((row[at] ?? 0) * kept + red) >>> 16
    row[at + 1] = ((row[at + 1] ?? 0) * kept + green) >>> 16
    row[at + 2] = ((row[at + 2] ?? 0) * kept + blue) >>> 16
  }
}

/** The grey, 0 to 255, on which the palest ink of a card (#f4f2ee) stands at 7.4:1. */
const darkEnough = 78
/** The shade is not quite black. */
const shadeGrey = 10

/** The grey of equal luminance, 0 to 255, rounded up. */
function greyOf(red: number, green: number, blue: number): number {
  const luminance = 0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0)
  return greys[Math.ceil(luminance * (greys.length - 1))] ?? 255
}

/** The luminance of each value of a channel. */
const linear = Float64Array.from({ length: 256 }, (_, channel) => (channel / 255 <= 0.040_45 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4))

/** The grey of each luminance, in steps of 1/4096. */
const greys = Uint8Array.from({ length: 4097 }, (_, step) => Math.ceil(255 * (step / 4096 <= 0.003_130_8 ? (12.92 * step) / 4096 : 1.055 * (step / 4096) ** (1 / 2.4) - 0.055)))

/** The grey that such a part of the pixels is not brighter than; 255 where there are none. */
function quantile(counts: Uint32Array, part: number): number {
  const wanted = Math.floor(counts.reduce((sum, count) => sum + count, 0) * part)
  let seen = 0
  return counts.findIndex((count) => (seen += count) > wanted) & 255
}
