import sharp, { type Sharp } from 'sharp'
import { clouds, dice } from './noise.ts'

/** Red, green, blue from 0 to 1, as on a screen. */
export type Colour = readonly [number, number, number]

/** A picture while it is painted: rows of red, green, blue. */
export interface Painting {
  width: number
  height: number
  pixels: Float32Array
}

/** A colour for each place; `u` and `v` run from 0 to 1, left to right and top to bottom. */
export type Shade = (u: number, v: number, under: Colour) => Colour

/** `#rrggbb` as a colour. */
export function hex(text: string): Colour {
  const n = Number.parseInt(text.slice(1), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}

/** Between two colours. */
export function mix(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

/** Light on top of a colour, which it can only brighten. */
export function glow(under: Colour, light: Colour, strength: number): Colour {
  const lit = (i: 0 | 1 | 2) => 1 - (1 - under[i]) * (1 - Math.min(1, light[i] * strength))
  return [lit(0), lit(1), lit(2)]
}

/** A painting of one colour. */
export function primed(width: number, height: number): Painting {
  return { width, height, pixels: new Float32Array(width * height * 3) }
}

/** Paint every place with a shade. */
export function paint(painting: Painting, shade: Shade): void {
  const { width, height, pixels } = painting
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      pixels.set(shade((x + 0.5) / width, (y + 0.5) / height, colourAt(pixels, at)), at)
    }
}

/** Lay shapes over the painting. `markup` is SVG content in a box of 1600 units width; `blur` is in the same units. */
export async function lay(painting: Painting, markup: string, { blur = 0.7, light = false } = {}): Promise<void> {
  const { width, height, pixels } = painting
  // A margin, since whatever lies outside of the picture counts as empty to a blur, which would pale the edges.
  const margin = Math.ceil((blur * 3 * width) / 1600)
  const [across, down] = [width + margin * 2, height + margin * 2]
  const unit = 1600 / width
  const box = `${-margin * unit} ${-margin * unit} ${across * unit} ${down * unit}`
  const soft = blur ? `<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${blur}"/></filter>` : ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="${box}">${soft}<g${blur ? ' filter="url(#soft)"' : ''}>${markup}</g></svg>`
  const over = await sharp(Buffer.from(svg)).extract({ left: margin, top: margin, width, height }).ensureAlpha().raw().toBuffer()
  for (let i = 0; i < width * height; i++) {
    const alpha = (over[i * 4 + 3] ?? 0) / 255
    if (alpha === 0) continue
    const top: Colour = [(over[i * 4] ?? 0) / 255, (over[i * 4 + 1] ?? 0) / 255, (over[i * 4 + 2] ?? 0) / 255]
    const under = colourAt(pixels, i * 3)
    pixels.set(light ? glow(under, top, alpha) : mix(under, top, alpha), i * 3)
  }
}

/** What makes water: where it begins, how rough it is, what colour it has of its own. */
export interface Water {
  /** The waterline, from 0 to 1. */
  from: number
  /** 0 is a mirror, 1 a short sea. */
  rough: number
  /** Its own colour, and how much of it covers the mirror far away and near. */
  colour: Colour
  far: number
  near: number
  /** Seconds, for a film. */
  time?: number
  /** Where the water ends again, for each `u`: mud, a quay. */
  until?: (u: number) => number
}

/** Turn everything below the waterline into water that mirrors what is above. */
export function flood(painting: Painting, water: Water): void {
  const { width, height, pixels } = painting
  const line = Math.round(water.from * height)
  const mirror = pixels.slice(0, line * width * 3)
  const time = water.time ?? 0
  for (let y = line; y < height; y++) {
    const depth = (y - line) / (height - line)
    const distance = 1 / (depth + 0.035)
    for (let x = 0; x < width; x++) {
      if (water.until && y / height > water.until(x / width)) continue
      const across = (x / width - 0.5) * distance
      const ripple = clouds(across * 5 + time * 0.3, distance * 9 - time * 0.9, 4) - 0.5
      const fine = clouds(across * 26 - time * 0.8, distance * 60 + time * 2, 2) - 0.5
      const slope = (ripple * 1.5 + fine * 0.5) * water.rough
      const from = line - 1 - (y - line) * 0.92 + slope * height * (0.05 + depth * 0.3)
      const fromX = x + slope * 26 * (0.3 + depth)
      const seen = sample(mirror, width, line, fromX, from)
      const cover = water.far + (water.near - water.far) * depth - slope * 0.55
      pixels.set(mix(seen, water.colour, Math.min(1, Math.max(0, cover))), (y * width + x) * 3)
    }
  }
}

/** How the finished picture is developed. */
export interface Finish {
  /** Strength of the grain, about 0.03. */
  grain?: number
  /** How dark the corners become, from 0 to 1. */
  corners?: number
  /** Contrast about the middle; 1 leaves it. */
  contrast?: number
  /** The cast of the shadows and of the lights. */
  shadows?: Colour
  lights?: Colour
}

/** Develop a painting: contrast, split tones, darker corners, brushed texture and grain; raw bytes for sharp. */
export function develop(painting: Painting, finish: Finish = {}): Sharp {
  const { width, height, pixels } = painting
  const { grain = 0.028, corners = 0.3, contrast = 1.06, shadows = [0.02, 0.03, 0.06], lights = [1, 0.985, 0.95] } = finish
  const bytes = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = x / width - 0.5
      const v = y / height - 0.5
      const shade = 1 - corners * Math.min(1, (u * u + v * v) * 1.8)
      const brushed = (clouds(x / 9, y / 23, 3) - 0.5) * 0.035
      const speck = (dice(x, y) + dice(x + 7919, y) - 1) * grain
      for (let c = 0; c < 3; c++) {
        const plain = ((pixels[(y * width + x) * 3 + c] ?? 0) - 0.5) * contrast + 0.5
        const toned = (shadows[c] ?? 0) + plain * ((lights[c] ?? 1) - (shadows[c] ?? 0))
        bytes[(y * width + x) * 3 + c] = Math.min(255, Math.max(0, (toned * shade * (1 + brushed) + speck) * 255))
      }
    }
  return sharp(bytes, { raw: { width, height, channels: 3 } })
}

function colourAt(pixels: Float32Array, at: number): Colour {
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
}

function sample(pixels: Float32Array, width: number, height: number, x: number, y: number): Colour {
  const column = Math.min(width - 1, Math.max(0, x))
  const row = Math.min(height - 1, Math.max(0, y < 0 ? -y : y))
  const left = Math.floor(column)
  const top = Math.floor(row)
  const right = Math.min(width - 1, left + 1)
  const below = Math.min(height - 1, top + 1)
  const upper = mix(colourAt(pixels, (top * width + left) * 3), colourAt(pixels, (top * width + right) * 3), column - left)
  const lower = mix(colourAt(pixels, (below * width + left) * 3), colourAt(pixels, (below * width + right) * 3), column - left)
  return mix(upper, lower, row - top)
}
