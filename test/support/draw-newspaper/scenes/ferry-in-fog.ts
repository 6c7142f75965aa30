import { clouds, step } from '../noise.ts'
import { flood, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { ferry, gull, lamp } from '../shapes.ts'

/** A ferry comes out of the fog towards a mooring post. */
export async function ferryInFog(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const line = 0.6
  const [high, low, bright] = [hex('#8fa3aa'), hex('#c9d0cb'), hex('#efe6d2')]
  paint(painting, (u, v) => {
    const drift = clouds(u * 4, v * 7, 5) - 0.5
    const sun = Math.exp(-Math.hypot((u - 0.64) * 1.5, v - 0.24) * 2.6)
    return mix(mix(high, low, Math.min(1, v * 1.5 + drift * 0.25)), bright, sun * 0.95)
  })
  const y = 1067 * line
  await lay(painting, `<path d="M0 ${y} V${y - 60} Q120 ${y - 130} 300 ${y - 120} Q420 ${y - 60} 560 ${y}Z" fill="#a4b0b0"/>`, { blur: 9 })
  await lay(painting, ferry(940, y + 2, 1.5, '#5c7078', '#84959a', '#f3e3b4'), { blur: 1.6 })
  await lay(painting, lamp(1068, y - 236, 70, '#ffe9b0', 0.9) + lamp(1275, y - 62, 50, '#d7ecd0', 0.7), { light: true, blur: 2 })
  veil(painting, line, 0.62)
  flood(painting, { from: line, rough: 0.34, colour: hex('#7f9299'), far: 0.12, near: 0.5 })
  veil(painting, line, 0.3)
  await lay(painting, `<g fill="#33434b"><path d="M200 1100 L212 560 H264 L276 1100Z"/><path d="M206 590 H270 V610 H206Z M204 700 H272 V716 H204Z"/><path d="M200 562 Q236 540 276 562Z"/></g><g fill="#4d5d65"><path d="M398 930 L404 600 H438 L444 930Z"/><path d="M396 640 H446 V654 H396Z"/></g><path d="M270 650 Q340 720 404 672" stroke="#3c4b52" stroke-width="5" fill="none"/>` + perched(238, 548), { blur: 1 })
  await lay(painting, gull(690, 330, 1.1, '#61727a') + gull(770, 290, 0.8, '#74858c'))
  return painting
}

function perched(x: number, y: number): string {
  return `<path transform="translate(${x} ${y})" d="M-4 2 V-8 Q-28-4-44 2 Q-30-22-2-30 Q2-44 14-46 L30-40 L20-36 Q20-14 4-8 V2Z" fill="#2c3b43"/>`
}

function veil(painting: Painting, line: number, strength: number): void {
  const fog = hex('#d2d7d0')
  paint(painting, (u, v, under) => {
    const band = Math.exp(-(((v - line) / 0.2) ** 2))
    const wisp = step(0.3, 0.75, clouds(u * 3 + 9, v * 11, 5))
    return mix(under, fog, band * (0.35 + wisp * 0.65) * strength)
  })
}
