import { clouds, dice } from '../noise.ts'
import { flood, glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { lamp, person } from '../shapes.ts'

/** The hall before six: lamps, ice, boxes of fish and a wet floor. */
export async function fishMarket(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const [dark, cool] = [hex('#0f1d24'), hex('#3d5a60')]
  paint(painting, (u, v) => mix(mix(dark, cool, Math.min(1, v * 1.5)), hex('#a8b7a4'), Math.exp(-Math.hypot((u - 0.5) * 2, v - 0.5) * 5) * 0.8 + (clouds(u * 5, v * 5) - 0.5) * 0.04))
  await lay(painting, trusses() + '<path d="M700 560 V420 H900 V560Z" fill="#cfd8cf"/><path d="M800 420 V560 M700 490 H900" stroke="#5d7374" stroke-width="4"/>', { blur: 1.6 })
  await lay(painting, person(770, 566, 0.44, '#26393e', { coat: 'short' }) + person(838, 566, 0.42, '#2b3f44') + person(640, 590, 0.62, '#1f3035', { arm: 'out' }) + person(985, 592, 0.62, '#1d2d32', { lean: 5 }), { blur: 1.5 })
  for (let row = 0; row < 4; row++) await lay(painting, stalls(row), { blur: row === 3 ? 2.2 : 0.9 })
  await lay(painting, person(410, 836, 1.55, '#0d171b', { arm: 'out', coat: 'long' }) + '<path d="M372 606 Q410 566 450 606 L462 610 H360Z" fill="#0d171b"/>' + person(1260, 830, 1.45, '#0c1519', { lean: -6, coat: 'long' }), { blur: 1 })
  for (let row = 0; row < 4; row++) await lay(painting, hanging(row), { light: true })
  flood(painting, { from: 0.795, rough: 0.5, colour: hex('#101d23'), far: 0.25, near: 0.62 })
  mist(painting)
  return painting
}

function trusses(): string {
  let out = ''
  for (let n = 0; n < 6; n++) {
    const s = 1 / (1 + n * 0.5)
    const y = 480 - 480 * s
    const half = 900 * s
    out += `<g stroke="#16282e" stroke-width="${16 * s}" fill="none"><path d="M${800 - half} ${y + 160 * s} L800 ${y - 60 * s} L${800 + half} ${y + 160 * s} M${800 - half} ${y + 160 * s} H${800 + half} M${800 - half * 0.5} ${y + 50 * s} V${y + 160 * s} M${800 + half * 0.5} ${y + 50 * s} V${y + 160 * s}"/><path d="M${800 - half * 0.96} ${y + 160 * s} V${480 + 380 * s} M${800 + half * 0.96} ${y + 160 * s} V${480 + 380 * s}"/></g>`
  }
  return out
}

function stalls(row: number): string {
  const s = [0.42, 0.62, 0.95, 1.6][row] ?? 1
  let out = ''
  for (const side of [-1, 1]) {
    const x = 800 + side * (90 + 420 * s)
    const y = 500 + 190 * s
    out += `<g transform="translate(${x} ${y}) scale(${s * side} ${s})"><path d="M-210 0 H330 V150 H-210Z" fill="#1b2a2f"/><path d="M-226-14 L-190-48 H330 V0 H-226Z" fill="#587077"/>`
    for (let n = 0; n < 7; n++) {
      const left = -206 + n * 76
      out += `<path d="M${left} -20 l12-32 h52 l10 32z" fill="${n % 3 === 1 ? '#3b6f86' : '#e2e7e0'}"/><path d="M${left + 6} -26 l9-22 h44 l7 22z" fill="#cfd9d9"/>`
      for (let fish = 0; fish < 4; fish++) {
        const fx = left + 12 + fish * 11 + dice(n, fish + row) * 5
        const tone = ['#6d8b99', '#b9573f', '#8fa3a3', '#4f6c7c'][Math.floor(dice(n + row, 5) * 4)]
        out += `<path d="M${fx} -28 q-5-10 2-19 l-4-6 h9 l-2 6 q6 10 0 19z" fill="${tone}"/>`
      }
    }
    out += `<path d="M-150-48 V-82 h46 v34z" fill="#f1ead6"/><path d="M-142-72 h30 M-142-62 h22" stroke="#43545a" stroke-width="4"/></g>`
  }
  return out
}

function hanging(row: number): string {
  const s = [0.42, 0.62, 0.95, 1.6][row] ?? 1
  return [-1, 1].map((side) => lamp(800 + side * (90 + 380 * s), 470 - 260 * s, 330 * s, '#ffd590', 0.95)).join('') + (row === 1 ? lamp(800, 490, 260, '#e8f0dc', 0.5) : '')
}

function mist(painting: Painting): void {
  const pale = hex('#d6dccb')
  paint(painting, (u, v, under) => glow(under, pale, Math.exp(-(((v - 0.52) / 0.16) ** 2)) * clouds(u * 4, v * 8, 5) * 0.2))
}
