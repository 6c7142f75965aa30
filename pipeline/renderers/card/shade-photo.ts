import { fadeAt, shadeGrey, shadeUnderWordsAt } from '../../../templates/card/shade.ts'
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

/** Darken a photo that lies under a card (RGB, row by row), in place: above the words and where they stand. */
export function shadePhoto(photo: Buffer, { width, words }: Pick<DrawnCard, 'width' | 'words'>, fade: number, opacity: number): void {
  const fours = new Uint32Array(photo.buffer, photo.byteOffset, photo.length / 4)
  const wide = (width * 3) / 4
  for (let row = Math.max(0, words.top - fade); row < words.top + words.height; row++) {
    const middle = row + 0.5 - words.top
    darken(fours, row * wide, (row + 1) * wide, middle < 0 ? fadeAt(1 + middle / fade, opacity) : shadeUnderWordsAt(middle / words.height, opacity))
  }
}

/**
 * Mix bytes with the grey of the shade, four at once, in whole numbers with eight bits behind the point: every second byte of the four has
 * room for its product. One by one takes three times as long. Cards are as many pixels wide as four divides.
 */
function darken(fours: Uint32Array, from: number, to: number, opacity: number): void {
  const kept = Math.round((1 - opacity) * 256) | 0
  const added = ((shadeGrey * (256 - kept) + 128) * 0x1_0001) | 0
  for (let at = from; at < to; at++) {
    const four = fours[at] ?? 0
    const low = (Math.imul(four & 0xff_00ff, kept) + added) >>> 8
    const high = Math.imul((four >>> 8) & 0xff_00ff, kept) + added
    fours[at] = (low & 0xff_00ff) | (high & 0xff00_ff00)
  }
}

/** The grey, 0 to 255, on which the palest ink of a card (#f4f2ee) stands at 7.4:1. */
const darkEnough = 78

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
