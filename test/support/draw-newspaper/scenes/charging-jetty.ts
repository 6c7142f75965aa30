import { flood, hex, lay, paint, primed, type Painting } from '../painting.ts'
import { ferry, hills, lamp, town } from '../shapes.ts'
import { sky } from '../sky.ts'

/** The electric ferry at her jetty in the blue hour, every window lit. */
export async function chargingJetty(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const line = 0.62
  const y = 1067 * line
  paint(painting, sky({
    horizon: line,
    colours: ['#0f2340', '#1d3d63', '#41658a', '#8596a8', '#d3a68c'],
    light: { u: 0.14, v: 0.62, colour: '#ff9d62', reach: 0.22 },
    cloud: { colour: '#152a48', lit: '#c98d80', from: 0.5, to: 0.78, size: 1.8, seed: 31.2 },
  }))
  await lay(painting, hills(8.8, y - 170, y - 30, y, '#33475f', 3), { blur: 2 })
  await lay(painting, town(19, 760, 1640, y - 14, 0.8, '#1b2c43', '#ffcf86') + `<path d="M740 ${y - 16} H1640 V${y} H740Z" fill="#14223a"/>`)
  await lay(painting, ferry(600, y + 4, 1.7, '#101d31', '#223750', '#ffe0a3'))
  await lay(painting, `<path d="M1000 ${y - 30} H1640 V${y - 16} H1000Z" fill="#0d1829"/><path d="M1020 ${y - 30} V${y + 60} M1110 ${y - 30} V${y + 70} M1210 ${y - 30} V${y + 80} M1330 ${y - 30} V${y + 90} M1460 ${y - 30} V${y + 100}" stroke="#0d1829" stroke-width="12"/><path d="M1044 ${y - 30} V${y - 190} H1076 V${y - 30}Z" fill="#14243b"/><path d="M1056 ${y - 180} Q1010 ${y - 40} 940 ${y - 70}" stroke="#0d1829" stroke-width="8" fill="none"/>`)
  const lamps = [[1060, 196, 120], [1240, 120, 90], [1440, 120, 90], [1590, 120, 90], [690, 270, 60]] as const
  await lay(painting, lamps.map(([x, up, reach]) => lamp(x, y - up, reach, '#ffbf70')).join('') + lamp(1060, y - 160, 46, '#7dffc8', 0.9), { light: true })
  await lay(painting, lamps.slice(1, 4).map(([x, up]) => `<path d="M${x} ${y - up} V${y - 20}" stroke="#0d1829" stroke-width="4"/>`).join(''))
  flood(painting, { from: line, rough: 0.3, colour: hex('#0e1d35'), far: 0.02, near: 0.5 })
  return painting
}
