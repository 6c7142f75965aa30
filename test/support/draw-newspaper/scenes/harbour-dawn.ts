import { step } from '../noise.ts'
import { flood, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { boat, crane, gull, hills, town } from '../shapes.ts'
import { sky } from '../sky.ts'

/** Cranes at first light over still water; `time` in seconds moves the clouds, the water, a trolley and the gulls. */
export async function harbourDawn(width: number, height: number, time = 0): Promise<Painting> {
  const painting = primed(width, height)
  const line = 0.64
  paint(painting, sky({
    horizon: line,
    colours: ['#2c4763', '#4d6a84', '#8d99a3', '#dcae8f', '#f6cf9c'],
    light: { u: 0.36, v: 0.6, colour: '#ffb066', reach: 0.34, disc: 0.026 },
    cloud: { colour: '#46586f', lit: '#f7b48a', from: 0.46, to: 0.72, size: 2.1, seed: 4.4, time },
  }))
  const y = ((1600 * height) / width) * line
  await lay(painting, hills(2.2, y - 120, y - 8, y, '#8d8f98', 4), { blur: 3 })
  haze(painting, line, 0.5)
  await lay(painting, town(5, 860, 1640, y, 0.5, '#6a7180') + crane(740, y, 0.42, '#6a7180', { raised: true }) + crane(650, y, 0.42, '#6a7180', { raised: true }), { blur: 1.2 })
  haze(painting, line, 0.45)
  await lay(painting, `<path d="M836 ${y} V${y - 22} H1640 V${y}Z" fill="#2a3a4c"/>` + stacks(y - 22) + crane(980, y - 18, 1.05, '#26364a', { trolley: 0.12 + time * 0.11, left: true }) + crane(1180, y - 18, 1.12, '#223145', { raised: true, left: true }) + crane(1400, y - 18, 1.2, '#1e2c40', { raised: true, left: true }) + crane(1590, y - 18, 1.28, '#1b283b', { raised: true, left: true }))
  await lay(painting, boat(240, y + 4, 1, '#26323f', '#2b3646'))
  flood(painting, { from: line, rough: 0.2, colour: hex('#22384f'), far: 0.04, near: 0.62, time })
  await lay(painting, `<ellipse cx="240" cy="${y + 5}" rx="92" ry="2.4" fill="#1c2837" opacity=".7"/>`, { blur: 2 })
  const wing = Math.sin(time * 3) * 6
  await lay(painting, gull(520 + time * 26, 250 + wing, 1.3, '#2a3648') + gull(592 + time * 24, 292 - wing, 0.9, '#33415a') + gull(392 + time * 30, 330 + wing, 0.7, '#3c4a60'))
  return painting
}

function stacks(y: number): string {
  const colours = ['#394657', '#4a4448', '#2f4156', '#5a4a46', '#34485c']
  let out = ''
  for (let n = 0; n < 34; n++)
    for (let row = 0; row < 1 + ((n * 7) % 4); row++)
      out += `<rect x="${940 + n * 20.5}" y="${y - 13 - row * 13}" width="20" height="12.4" fill="${colours[(n * 3 + row * 2) % 5]}"/>`
  return out
}

function haze(painting: Painting, line: number, strength: number): void {
  const warm = hex('#f3c49a')
  paint(painting, (u, v, under) => {
    const low = step(line - 0.26, line, v) * (1 - step(line, line + 0.001, v)) * strength
    return mix(under, warm, low * (0.35 + 0.5 * Math.exp(-Math.abs(u - 0.36) * 3)))
  })
}
