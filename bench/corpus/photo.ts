import type { Sharp } from 'sharp'
import { openChance, type Chance } from './chance.ts'

/** Pixels. */
export interface PhotoSize {
  width: number
  height: number
}

/** What a reporter's camera sends to the desk of the bench. */
export const storyPhoto: PhotoSize = { width: 1800, height: 1200 }

/** What photo variants are measured with. */
export const largePhoto: PhotoSize = { width: 3000, height: 2000 }

/**
 * Draw one photo that is like no other: soft fields of colour as out of focus, a horizon, and grain as of film, about
 * 150 kB of JPEG at 1800 x 1200. Equal seeds give equal bytes with one version of sharp.
 */
export async function drawPhoto(seed: string, { width, height }: PhotoSize): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const chance = openChance(`${seed}/photo`)
  const fields = sharp(noise(chance, 24, 16, [30, 225]), { raw: { width: 24, height: 16, channels: 3 } }).resize(width, height, { kernel: 'cubic' })
  const shapes = Buffer.from(horizon(chance, width, height))
  const grain = await grainOf(sharp(noise(chance, 600, 400, [118, 138]), { raw: { width: 600, height: 400, channels: 3 } }), width, height)
  const drawn = await fields.composite([{ input: shapes }]).removeAlpha().raw().toBuffer()
  const finished = sharp(drawn, { raw: { width, height, channels: 3 } }).composite([{ input: grain, blend: 'overlay' }])
  return new Uint8Array(await finished.jpeg({ quality: 72 }).toBuffer())
}

async function grainOf(grain: Sharp, width: number, height: number): Promise<Buffer> {
  return grain.resize(width, height, { kernel: 'cubic' }).png({ compressionLevel: 0 }).toBuffer()
}

function noise(chance: Chance, width: number, height: number, [from, to]: readonly [number, number]): Buffer {
  return Buffer.from(Array.from({ length: width * height * 3 }, () => chance.whole(from, to)))
}

/** Land, a row of houses and a light. */
function horizon(chance: Chance, width: number, height: number): string {
  const line = Math.round(height * (0.5 + chance.number() * 0.2))
  const houses = Array.from({ length: 24 }, () => {
    const [x, wide, tall] = [chance.whole(0, width), chance.whole(20, 90), chance.whole(20, 160)]
    return `<rect x="${x}" y="${line - tall}" width="${wide}" height="${tall}" fill="rgb(${chance.whole(20, 90)},${chance.whole(20, 80)},${chance.whole(30, 90)})"/>`
  })
  const light = `<circle cx="${chance.whole(0, width)}" cy="${chance.whole(0, line)}" r="${chance.whole(20, 70)}" fill="#fff4d6"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect y="${line}" width="${width}" height="${height - line}" fill="rgba(20,28,36,.6)"/>${houses.join('')}${light}</svg>`
}
