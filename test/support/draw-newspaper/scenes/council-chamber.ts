import { clouds, step } from '../noise.ts'
import { glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { lamp } from '../shapes.ts'

/** Curved rows of empty desks, lit from the left by four tall windows. */
export async function councilChamber(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const [wall, shade] = [hex('#a08e78'), hex('#453c38')]
  paint(painting, (u, v) => mix(mix(wall, shade, Math.min(1, u * 0.62 + v * 0.35)), shade, (clouds(u * 7, v * 7) - 0.5) * 0.12))
  await lay(painting, '<path d="M0 0 H1600 L1200 150 H330 L0 -40Z" fill="#574d47"/><path d="M330 150 H1200 V166 H330Z M0 640 L330 520 H1200 L1600 640 V1100 H0Z" fill="#33292a"/>' + panels(), { blur: 1 })
  await lay(painting, '<path d="M690 520 V330 Q690 250 765 250 Q840 250 840 330 V520Z" fill="#3a2f2e"/><path d="M706 520 V336 Q706 268 765 268 Q824 268 824 336 V520Z" fill="#52433c"/><path d="M640 520 V446 H890 V520Z" fill="#4a3327"/><path d="M630 438 H900 V452 H630Z" fill="#6c4d39"/><path d="M735 446 V370 Q765 340 795 370 V446Z" fill="#6d2f2c"/><circle cx="765" cy="306" r="22" fill="#a98a52"/><path d="M765 288 v36 M747 306 h36" stroke="#52433c" stroke-width="4"/>')
  await lay(painting, [0, 1, 2, 3].map(tallWindow).join(''), { blur: 1.4 })
  for (let row = 0; row < 6; row++) await lay(painting, desks(row), { blur: row > 4 ? 2.4 : 0.9 })
  light(painting)
  await lay(painting, lamp(765, 190, 90, '#ffd89a', 0.6) + lamp(560, 210, 60, '#ffd89a', 0.5) + lamp(970, 210, 60, '#ffd89a', 0.5), { light: true })
  return painting
}

function panels(): string {
  let out = ''
  for (let n = 0; n < 9; n++) out += `<path d="M${345 + n * 95} 400 h80 v112 h-80z" fill="none" stroke="#5d4436" stroke-width="3"/>`
  return `<path d="M330 388 H1200 V520 H330Z" fill="#4d392f"/>${out}<path d="M1200 388 L1600 440 V640 L1200 520Z" fill="#3a2b27"/><path d="M1240 150 V392 M1300 130 V398 M1420 90 V414 M1490 66 V424" stroke="#574a42" stroke-width="5"/>`
}

function tallWindow(n: number): string {
  const [x, wide] = [8 + n * 88 - n * n * 3, 58 - n * 7]
  const [top, foot] = [40 + n * 38, 560 - n * 34]
  return `<linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e8eef0"/><stop offset="1" stop-color="#ffefcf"/></linearGradient><path d="M${x} ${foot} V${top + 40} Q${x + wide / 2} ${top - 20} ${x + wide} ${top + 46} V${foot - 12}Z" fill="url(#w)"/><path d="M${x + wide / 2} ${top + 6} V${foot - 6} M${x} ${top + 150} H${x + wide} M${x} ${top + 280} H${x + wide}" stroke="#7d7062" stroke-width="4"/>`
}

function desks(row: number): string {
  const y = 560 + row * row * 15 + row * 30
  const wide = 330 + row * 150
  const tall = 20 + row * 9
  const bow = 26 + row * 20
  const face = ['#503527', '#583a2a', '#5f3f2d', '#553726', '#462d20', '#2c1c15'][row]
  const top = ['#8c6548', '#98704f', '#a37854', '#8f6746', '#74523a', '#4c3426'][row]
  const seats = row === 5 ? 0 : 7 + row
  let chairs = ''
  for (let n = 0; n <= seats; n++) {
    if (n === Math.round(seats / 2)) continue
    const t = n / seats - 0.5
    const x = 765 + t * wide * 1.86
    const s = 0.5 + row * 0.17
    const cy = y + tall + 6 + bow * (1 - 4 * t * t)
    chairs += `<path transform="translate(${x.toFixed(1)} ${cy.toFixed(1)}) scale(${s})" d="M-24 34 V-12 Q-22-36 0-38 Q22-36 24-12 V34Z" fill="#5c2626"/><path transform="translate(${x.toFixed(1)} ${cy.toFixed(1)}) scale(${s})" d="M-17-8 Q-16-29 0-31" stroke="#935048" stroke-width="3.4" fill="none"/>`
    chairs += `<rect x="${(x - 15 * s).toFixed(1)}" y="${(cy - tall - 40 * s).toFixed(1)}" width="${30 * s}" height="${5 * s}" fill="#d9cdb4" opacity=".8"/>`
  }
  const band = (up: number, down: number, fill: string | undefined) => `<path d="M${765 - wide} ${y + up} Q765 ${y + up + bow * 2} ${765 + wide} ${y + up} V${y + down} Q765 ${y + down + bow * 2} ${765 - wide} ${y + down}Z" fill="${fill}"/>`
  return band(0, tall * 2.4, face) + band(-6, 4 + row * 2, top) + chairs
}

function light(painting: Painting): void {
  const sun = hex('#ffe3b4')
  paint(painting, (u, v, under) => {
    let sum = 0
    for (const at of [0.05, 0.13, 0.2, 0.26]) {
      const off = u - at - Math.max(0, v - 0.1) * 0.95
      sum += Math.exp(-((off / 0.028) ** 2)) * Math.exp(-Math.max(0, v - 0.2) * 0.9)
    }
    return glow(under, sun, step(0.12, 0.4, v) * Math.min(0.5, sum * 0.36) * (0.7 + clouds(u * 5, v * 5, 4) * 0.5))
  })
}
