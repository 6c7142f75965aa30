import { clouds, step } from './noise.ts'
import { glow, hex, mix, type Colour, type Shade } from './painting.ts'

/** A sky: colours from the top down to the horizon, a light in it, clouds before it. */
export interface Sky {
  /** Where the horizon is, from 0 to 1. */
  horizon: number
  /** Colours at even distances, from the top to the horizon. */
  colours: readonly string[]
  light?: { u: number; v: number; colour: string; reach: number; disc?: number }
  cloud?: { colour: string; lit: string; from: number; to: number; size: number; seed: number; time?: number }
  /** Width of the picture in heights; clouds keep their shape in any format. */
  shape?: number
}

/** The shade that paints a sky. */
export function sky(wish: Sky): Shade {
  const colours = wish.colours.map(hex)
  const light = wish.light && { ...wish.light, colour: hex(wish.light.colour) }
  const cloud = wish.cloud && { ...wish.cloud, colour: hex(wish.cloud.colour), lit: hex(wish.cloud.lit) }
  const shape = wish.shape ?? 1.5
  return (u, v) => {
    let colour = between(colours, Math.min(1, v / wish.horizon))
    const distance = light ? Math.hypot((u - light.u) * shape, (v - light.v) * 1.25) : 1
    const near = light ? Math.exp(-distance / light.reach) : 0
    if (light) colour = glow(colour, light.colour, near * 0.85)
    if (cloud) {
      const flat = 1 / (0.28 + Math.max(0, wish.horizon - v))
      const drift = (cloud.time ?? 0) * 0.012
      const bend = clouds(u * 3 + cloud.seed, v * 5, 3) * 0.9
      const cover = clouds((u - 0.5 + drift) * shape * cloud.size * flat * 0.5 + cloud.seed + bend, v * cloud.size * flat * 1.9 + bend, 6)
      const thick = step(cloud.from, cloud.to, cover) * step(0, 0.12, wish.horizon - v + 0.06)
      const shine = step(0.1, 0.75, near * 1.25 + (0.55 - cover) * 0.5)
      colour = mix(colour, mix(cloud.colour, cloud.lit, shine), thick * 0.85)
    }
    if (light?.disc) colour = glow(colour, [1, 0.96, 0.86], 1 - step(light.disc * 0.8, light.disc * 1.15, Math.hypot((u - light.u) * shape, v - light.v)))
    return colour
  }
}

function between(colours: readonly Colour[], t: number): Colour {
  const place = t * (colours.length - 1)
  const index = Math.min(colours.length - 2, Math.floor(place))
  const from = colours[index]
  const to = colours[index + 1]
  if (!from || !to) throw new RangeError('A sky needs two colours or more.')
  return mix(from, to, place - index)
}
