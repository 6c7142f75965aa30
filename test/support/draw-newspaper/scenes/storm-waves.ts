import { clouds, dice, step } from '../noise.ts'
import { glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { lamp } from '../shapes.ts'
import { sky } from '../sky.ts'

/** A wave breaks over the harbour wall and its light. */
export async function stormWaves(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  paint(painting, sky({
    horizon: 0.62,
    colours: ['#2b3640', '#4a565e', '#7d8480', '#a9a591'],
    light: { u: 0.78, v: 0.5, colour: '#d8c79a', reach: 0.28 },
    cloud: { colour: '#252e37', lit: '#9c9a8c', from: 0.36, to: 0.66, size: 2.8, seed: 61.3 },
  }))
  sea(painting, 0.56, '#4b5b60', '#8a948f', 0.06, 3)
  await lay(painting, `<path d="M700 740 L740 600 H1640 V760Z" fill="#2c343a"/><path d="M740 600 H1640 V618 H736Z" fill="#4e585c"/><path d="M806 600 L814 430 H862 L870 600Z" fill="#d9d5c6"/><path d="M811 540 L814 486 H862 L865 540Z" fill="#94453d"/><path d="M802 430 H874 V420 H802Z M816 420 V384 H860 V420Z M810 384 L838 356 L866 384Z" fill="#262d33"/>`)
  await lay(painting, lamp(838, 402, 130, '#ffd98a'), { light: true })
  spray(painting, 0.4, 0.66, 0.5, 1, 1.25)
  sea(painting, 0.68, '#38484e', '#a9b1aa', 0.08, 8)
  spray(painting, 0.3, 0.74, 0.2, 5, 1.2)
  spray(painting, 0.78, 0.64, 0.14, 9, 1.6)
  sea(painting, 0.83, '#26353c', '#8d9894', 0.09, 15)
  rain(painting)
  return painting
}

/** A row of waves in front of what is there. */
function sea(painting: Painting, line: number, deep: string, foam: string, swell: number, seed: number): void {
  const [dark, white] = [hex(deep), hex(foam)]
  paint(painting, (u, v, under) => {
    const crest = line + (clouds(u * 3.2 + seed, seed, 4) - 0.5) * swell * 2.2 - Math.abs(Math.sin(u * 7 + seed)) ** 3 * swell * 0.5
    if (v < crest) return under
    const below = (v - crest) / 0.3
    const streak = clouds(u * 9 + seed - below * 1.5, below * 9 + u * 3, 5)
    const lace = step(0.56, 0.72, streak) * Math.exp(-below * 2.2)
    const edge = Math.exp(-((v - crest) * 130))
    const lit = mix(dark, [dark[0] * 1.5, dark[1] * 1.5, dark[2] * 1.42], step(0.35, 0.7, clouds(u * 5 + seed, v * 18, 4)))
    return mix(mix(lit, white, lace * 0.8), white, edge * 0.75)
  })
}

/** A burst of white water that rises from a place: dense at its foot, torn at its top and drifting to the right. */
function spray(painting: Painting, u0: number, foot: number, tall: number, seed: number, wide: number): void {
  const white = hex('#e3e4da')
  paint(painting, (u, v, under) => {
    const up = (foot - v) / tall
    if (up < -0.3 || up > 1.35) return under
    const side = (u - u0 - Math.max(0, up) ** 2 * 0.09) / (0.07 * wide + Math.max(0, up) * 0.09)
    const torn = clouds(u * 26 + seed - up * 1.5, v * 15 - seed + u * 6, 6)
    const mass = Math.exp(-side * side * 1.5) * (1.45 - Math.max(0, up) * 0.95) + (torn - 0.5) * 1.25
    const drops = dice(Math.floor(u * 900), Math.floor(v * 600)) > 0.985 ? 0.5 * Math.exp(-side * side) : 0
    const cover = step(0.36, 0.95, mass) * step(-0.3, 0.05, up)
    const shade = mix([0.62, 0.66, 0.66], white, step(0.3, 0.72, torn + side * 0.12))
    return glow(mix(under, shade, cover * 0.94), white, drops * step(0.1, 0.5, mass) * 0.5)
  })
}

function rain(painting: Painting): void {
  const mist = hex('#aeb3ab')
  paint(painting, (u, v, under) => {
    const slant = clouds(u * 140 + v * 34, v * 5, 2)
    return mix(under, mist, step(0.6, 0.95, slant) * 0.07 + step(0.4, 0.8, clouds(u * 2 + 7, v * 3, 4)) * 0.12)
  })
}
