import { clouds, dice, step } from '../noise.ts'
import { glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { lamp, person } from '../shapes.ts'

/** Fish on ice, close by; behind it, out of focus, the hall with its lamps and porters. */
export async function fishMarket(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const [dark, cool] = [hex('#0d1a21'), hex('#2f484f')]
  paint(painting, (u, v) => mix(mix(dark, cool, Math.min(1, v * 1.7)), hex('#9fb0a2'), Math.exp(-Math.hypot((u - 0.56) * 2, v - 0.42) * 5.5) * 0.75))
  await lay(painting, trusses() + '<path d="M810 470 V330 H980 V470Z" fill="#c7d2cb"/>', { blur: 7 })
  await lay(painting, [[690, 560, 1], [1120, 580, 1.15], [900, 486, 0.6], [420, 640, 1.5]].map(([x = 0, y = 0, s = 1]) => person(x, y, s, '#14242a', { arm: s > 1.1 ? 'out' : 'down', lean: s * 3 })).join(''), { blur: 8 })
  await lay(painting, '<path d="M-40 520 H520 L430 680 H-40Z M1240 500 H1660 V680 H1330Z" fill="#4b636a"/><path d="M-40 500 H500 V540 H-40Z M1260 484 H1660 V520 H1270Z" fill="#c5d0ce"/>', { blur: 9 })
  await lay(painting, bokeh(), { light: true, blur: 3 })
  ice(painting)
  for (let row = 0; row < 3; row++) await lay(painting, catchOf(row), { blur: [2.4, 0.8, 1.6][row] ?? 1 })
  await lay(painting, '<g transform="translate(1180 560) rotate(-4)"><path d="M0 0 L-6 240" stroke="#56656a" stroke-width="7"/><path d="M-110-120 H124 V24 H-110Z" fill="#f0e9d6"/><path d="M-84-84 H60 M-84-52 H92 M-84-20 H20" stroke="#2d3f46" stroke-width="9"/></g>', { blur: 2.4 })
  await lay(painting, lamp(460, -40, 900, '#ffd79a', 0.28), { light: true })
  return painting
}

function trusses(): string {
  let out = ''
  for (let n = 0; n < 5; n++) {
    const s = 1 / (1 + n * 0.5)
    const y = 400 - 400 * s
    const half = 1000 * s
    out += `<path d="M${890 - half} ${y + 130 * s} L890 ${y - 70 * s} L${890 + half} ${y + 130 * s}Z M${890 - half * 0.96} ${y + 130 * s} V640 M${890 + half * 0.96} ${y + 130 * s} V640" stroke="#0e1c22" stroke-width="${20 * s}" fill="none"/>`
  }
  return out
}

function bokeh(): string {
  let out = ''
  for (let n = 0; n < 7; n++) {
    const s = 1 / (1 + n * 0.42)
    for (const side of [-1, 1]) {
      const [x, y, r] = [890 + side * 720 * s, 400 - 330 * s, 70 * s + 6]
      out += `<circle cx="${x}" cy="${y}" r="${r}" fill="#ffd796" opacity=".62"/><circle cx="${x}" cy="${y}" r="${r * 3}" fill="#ffca80" opacity=".1"/>`
    }
  }
  return out
}

/** Crushed ice from the middle of the picture down to its foot. */
function ice(painting: Painting): void {
  const [shade, white] = [hex('#5f7c88'), hex('#eef3ee')]
  paint(painting, (u, v, under) => {
    const edge = 0.6 + (clouds(u * 14, 3, 3) - 0.5) * 0.02
    const z = 1 / (v - 0.42)
    const lump = clouds((u - 0.5) * z * 34, z * 40, 4)
    const slope = lump - clouds((u - 0.5) * z * 34 + 0.5, z * 40 + 0.5, 4)
    const lit = mix(shade, white, Math.min(1, Math.max(0, 0.42 + slope * 2.2 + (lump - 0.5) * 0.5)))
    const spark = lump > 0.7 && slope > 0.1 ? 0.5 : 0
    const dim = 0.5 + 0.5 * step(1.15, 0.2, Math.hypot(u - 0.36, (v - 0.72) * 0.8) * 1.2)
    return mix(under, glow([lit[0] * dim, lit[1] * dim, lit[2] * dim], white, spark), step(edge - 0.012, edge + 0.014, v))
  })
}

function catchOf(row: number): string {
  const [y, size, count] = [[690, 0.62, 9], [815, 1, 6], [1000, 1.5, 5]][row] ?? [800, 1, 6]
  let out = ''
  for (let n = 0; n < (count ?? 6); n++) {
    const x = -60 + n * 330 * (size ?? 1) * 0.86 + dice(row, n) * 40
    out += fish(row * 10 + n, x, (y ?? 0) + (dice(row + 3, n) - 0.5) * 26, size ?? 1, -16 + dice(row + 5, n) * 10)
  }
  return out
}

/** A mackerel of 330 units: dark striped back, silver belly, its shadow on the ice. */
function fish(seed: number, x: number, y: number, size: number, turn: number): string {
  const body = 'M0 0 Q50-52 150-54 Q232-46 292-8 L336-44 Q330-4 342 34 L290 8 Q220 44 140 46 Q46 40 0 0Z'
  let stripes = ''
  for (let n = 0; n < 11; n++) stripes += `<path d="M${70 + n * 19} -50 q${8 - dice(seed, n) * 16} 16 ${dice(seed, n + 20) * 8} 34" stroke="#12262e" stroke-width="6" fill="none" opacity=".75"/>`
  const red = seed % 5 === 3
  const [back, belly] = red ? ['#8e3b30', '#e7b9a0'] : ['#2c5260', '#dbe3df']
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path d="${body}" transform="translate(8 16)" fill="#1a2d35" opacity=".5"/><linearGradient id="f${seed}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${back}"/><stop offset=".42" stop-color="${red ? '#b8604a' : '#5b808a'}"/><stop offset=".62" stop-color="${belly}"/><stop offset="1" stop-color="#8d9fa3"/></linearGradient><path d="${body}" fill="url(#f${seed})"/><clipPath id="c${seed}"><path d="${body}"/></clipPath><g clip-path="url(#c${seed})">${red ? '' : stripes}</g><path d="M62-30 Q84-4 66 28" stroke="#2b4048" stroke-width="4" fill="none" opacity=".7"/><path d="M90 6 q34 4 46 22 q-34 2-46-22z" fill="#48646d" opacity=".8"/><circle cx="36" cy="-12" r="7.5" fill="#ddd6bd"/><circle cx="36" cy="-12" r="5.4" fill="#10181c"/><path d="M110-46 Q180-52 236-34" stroke="#fff" stroke-width="5" fill="none" opacity=".3"/></g>`
}
