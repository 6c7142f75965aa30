import { loadSharp } from '../../pictures/load-sharp.ts'
import type { DrawnLine } from './drawn-card.ts'

/** The least contrast of letters with what they stand on (WCAG 2.2, 1.4.3); the template keeps 7:1. */
const leastContrast = 4.5

/**
 * The lines that are not to be seen where a card says that they stand: a part of their box, twice as wide as high and so never all white
 * space, has nothing in it that is much lighter or darker than the rest. The picture is decoded once, for its green, which
 * is most of what the eye takes for light.
 */
export async function linesWithoutInk(bytes: Uint8Array, lines: readonly DrawnLine[]): Promise<DrawnLine[]> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(bytes).extractChannel(1).raw().toBuffer({ resolveWithObject: true })
  const plane = { data, width: info.width, height: info.height }
  return lines.filter((line) => piecesOf(line).some((piece) => contrastIn(plane, piece) < leastContrast))
}

type Box = Pick<DrawnLine, 'left' | 'top' | 'width' | 'height'>

function piecesOf({ left, top, width, height }: DrawnLine): Box[] {
  const count = Math.max(1, Math.floor(width / (2 * height)))
  return Array.from({ length: count }, (_, index) => ({ left: left + (index * width) / count, top, width: width / count, height }))
}

/** Contrast between the lightest and the darkest that is there, but for a pixel in two hundred each, which may be chance: a dash has little more. */
function contrastIn(plane: { data: Uint8Array; width: number; height: number }, { left, top, width, height }: Box): number {
  const counts = new Uint32Array(256)
  const [right, bottom] = [Math.min(plane.width, Math.ceil(left + width)), Math.min(plane.height, Math.ceil(top + height))]
  let pixels = 0
  for (let y = Math.max(0, Math.floor(top)); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(left)); x < right; x++, pixels++) {
      const grey = plane.data[y * plane.width + x] ?? 0
      counts[grey] = (counts[grey] ?? 0) + 1
    }
  }
  const [dark, light] = [greyAt(counts, pixels * 0.005), greyAt(counts, pixels * 0.995)]
  return (luminance(light) + 0.05) / (luminance(dark) + 0.05)
}

/** The grey below which so many pixels lie. */
function greyAt(counts: Uint32Array, rank: number): number {
  let seen = 0
  return Math.max(0, counts.findIndex((count) => (seen += count) > rank))
}

function luminance(grey: number): number {
  const value = grey / 255
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
