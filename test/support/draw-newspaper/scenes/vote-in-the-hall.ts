import { clouds, dice } from '../noise.ts'
import { glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { crane } from '../shapes.ts'

/** Raised hands in front of the tall windows of a brick hall. */
export async function voteInTheHall(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const [high, low] = [hex('#2b2a30'), hex('#4a3d38')]
  paint(painting, (u, v) => mix(mix(high, low, v), hex('#5b4a40'), (clouds(u * 60, v * 130, 2) - 0.5) * 0.5))
  const windows = [70, 390, 710, 1030, 1350]
  await lay(painting, windows.map((x) => arch(x)).join(''), { blur: 1 })
  await lay(painting, windows.map((x) => bars(x)).join(''), { blur: 0.8 })
  await lay(painting, '<path d="M-20 96 H1620 V120 H-20Z M-20 40 L800 -60 L1620 40 V56 L800 -42 L-20 56Z" fill="#1d1c21"/>' + [-8, 312, 632, 952, 1272].map((x) => `<path d="M${x} -20 h16 v700 h-16z" fill="#232127"/><path d="M${x + 8} 120 L${x - 70} 60 M${x + 8} 120 L${x + 86} 60" stroke="#1d1c21" stroke-width="9"/>`).join(''))
  shafts(painting)
  for (let row = 0; row < 4; row++) {
    await lay(painting, crowd(row), { blur: [2.2, 1.4, 0.9, 2.6][row] ?? 1 })
    dust(painting, 0.22 - row * 0.06)
  }
  return painting
}

function arch(x: number): string {
  return `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#aebfc9"/><stop offset=".6" stop-color="#f1e3c8"/><stop offset="1" stop-color="#f7d3a0"/></linearGradient><path d="M${x} 640 V260 Q${x} 160 ${x + 90} 160 Q${x + 180} 160 ${x + 180} 260 V640Z" fill="url(#sky)"/><clipPath id="a${x}"><path d="M${x} 640 V260 Q${x} 160 ${x + 90} 160 Q${x + 180} 160 ${x + 180} 260 V640Z"/></clipPath><g opacity=".55" clip-path="url(#a${x})">${crane(x + 40 + (x % 3) * 14, 640, 0.78, '#9a9388', { raised: true })}</g>`
}

function bars(x: number): string {
  const across = [240, 320, 400, 480, 560].map((y) => `M${x} ${y} h180`).join('')
  return `<path d="M${x + 45} 180 V640 M${x + 90} 160 V640 M${x + 135} 180 V640 ${across}" stroke="#3a3433" stroke-width="5" fill="none"/>`
}

function crowd(row: number): string {
  const colour = ['#4b413e', '#352f31', '#221f24', '#121116'][row] ?? '#121116'
  const size = [0.62, 0.86, 1.2, 1.75][row] ?? 1
  const y = [640, 720, 850, 1040][row] ?? 900
  let out = ''
  for (let n = -1; n < 22 / size; n++) {
    const x = n * 92 * size + dice(row, n + 9) * 46 * size
    const stoop = (dice(row + 5, n + 9) - 0.5) * 34 * size
    out += `<g transform="translate(${x.toFixed(1)} ${(y + stoop).toFixed(1)}) scale(${size})">${somebody(row * 40 + n, colour)}</g>`
  }
  return `${out}<path d="M-20 ${y + 60 * size} H1620 V1100 H-20Z" fill="${colour}"/>`
}

function somebody(seed: number, colour: string): string {
  const tilt = (dice(seed, 1) - 0.5) * 18
  const cap = dice(seed, 2) > 0.6 ? '<path d="M-21-12 Q-20-30 0-30 Q21-30 21-12 L29-9 V-6 H-21Z"/>' : dice(seed, 2) < 0.25 ? '<path d="M-21 4 Q-26-30 0-31 Q26-30 21 6 Q24 22 12 20 H-12 Q-24 22-21 4Z"/>' : ''
  const raised = dice(seed, 3) > 0.3
  const lean = (dice(seed, 4) - 0.5) * 34
  const side = dice(seed, 5) > 0.5 ? 1 : -1
  const arm = raised
    ? `<g transform="translate(${side * 40} 44) rotate(${lean})"><path d="M-11 20 Q-12-50-8-96 L8-96 Q14-50 13 20Z"/><path d="M-10-92 Q-13-112-10-122 L-9-140 h5 v16 V-146 h5 v22 V-147 h5 v23 V-141 h5 V-112 Q12-100 8-92Z"/><path d="M-9-104 L-18-120 l4-4 L-5-112Z"/></g>`
    : ''
  return `<g fill="${colour}"><g transform="rotate(${tilt})"><ellipse cx="0" cy="-2" rx="19" ry="24"/>${cap}</g><path d="M-9 14 H9 V30 Q44 32 52 70 V140 H-52 V70 Q-44 32-9 30Z"/>${arm}</g>`
}

function shafts(painting: Painting): void {
  const light = hex('#ffdfae')
  paint(painting, (u, v, under) => {
    let sum = 0
    for (const at of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const off = u - at - (v - 0.3) * 0.22
      sum += Math.exp(-((off / 0.055) ** 2)) * Math.exp(-Math.max(0, v - 0.25) * 2)
    }
    return glow(under, light, Math.min(0.34, sum * 0.24) * (0.6 + clouds(u * 6, v * 6) * 0.7))
  })
}

function dust(painting: Painting, strength: number): void {
  const warm = hex('#d9b78c')
  if (strength > 0) paint(painting, (u, v, under) => mix(under, warm, strength * Math.exp(-(((v - 0.55) / 0.25) ** 2)) * (0.5 + clouds(u * 5, v * 5))))
}
