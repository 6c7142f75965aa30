import { clouds, dice } from '../noise.ts'
import { glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { lamp } from '../shapes.ts'

/** A cook before an open fire, pans overhead, tables in the dark. */
export async function netLoft(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const fire = hex('#ff9a42')
  paint(painting, (u, v) => {
    const brick = (clouds(u * 80, v * 170, 2) - 0.5) * 0.05
    const near = Math.exp(-Math.hypot((u - 0.56) * 1.5, v - 0.58) * 2.9)
    return mix([0.085 + brick, 0.07 + brick, 0.07 + brick], [0.78 + brick * 2, 0.4 + brick * 2, 0.2 + brick], near * 0.9)
  })
  await lay(painting, bricks(), { blur: 1 })
  await lay(painting, '<path d="M600 720 V470 Q600 380 890 370 Q1190 380 1190 470 V720Z" fill="#1c0f0b"/><path d="M560 380 H1230 V352 H560Z" fill="#3b2116"/>')
  await lay(painting, flames(), { light: true, blur: 5 })
  await lay(painting, flames(0.6), { light: true, blur: 2 })
  await lay(painting, '<path d="M640 690 H1150 M660 676 V700 M1130 676 V700" stroke="#120b09" stroke-width="9"/><path d="M800 682 Q860 650 960 676 L990 660 L986 692 L958 686 Q870 700 800 682Z" fill="#1a100c"/><path d="M560 720 H1230 V790 H560Z" fill="#241611"/><path d="M560 716 H1230 V728 H560Z" fill="#8a4c26"/>')
  await lay(painting, pans() + cook())
  smoke(painting)
  await lay(painting, tables(), { blur: 1.6 })
  await lay(painting, [[180, 800], [430, 890], [1330, 850], [1530, 800]].map(([x, y]) => lamp(x ?? 0, (y ?? 0) - 40, 120, '#ffbd6b', 0.9)).join('') + lamp(890, 620, 520, '#ff9a42', 0.25), { light: true })
  await lay(painting, [180, 1330].map((x) => `<path d="M${x} 0 V150" stroke="#0c0908" stroke-width="4"/><path d="M${x - 60} 190 Q${x - 50} 146 ${x} 146 Q${x + 50} 146 ${x + 60} 190Z" fill="#191210"/>`).join(''))
  await lay(painting, lamp(180, 194, 220, '#ffc27a', 0.75) + lamp(1330, 194, 220, '#ffc27a', 0.75), { light: true })
  paint(painting, (_u, _v, under) => glow(under, fire, 0.02))
  return painting
}

function bricks(): string {
  let out = ''
  for (let row = 0; row < 20; row++)
    for (let n = 0; n < 27; n++) {
      const weight = dice(row, n)
      if (weight < 0.45) continue
      out += `<rect x="${n * 62 - (row % 2) * 31}" y="${60 + row * 34}" width="58" height="30" fill="${weight > 0.8 ? '#000' : '#c9773f'}" opacity="${(0.03 + weight * 0.06).toFixed(3)}"/>`
    }
  return out
}

function flames(size = 1): string {
  let out = ''
  for (let n = 0; n < 26; n++) {
    const x = 690 + n * 17
    const tall = (70 + dice(n, 3) * 150 * (1 - Math.abs(n - 13) / 17)) * size
    const bend = (dice(n, 4) - 0.5) * 46
    out += `<path d="M${x - 20 * size} 712 Q${x - 26 * size} ${712 - tall * 0.5} ${x + bend} ${712 - tall} Q${x + 28 * size} ${712 - tall * 0.5} ${x + 20 * size} 712Z" fill="${size < 1 ? '#ffe39a' : n % 3 ? '#ff8a2e' : '#ffb54a'}" opacity="${size < 1 ? 0.7 : 0.62}"/>`
  }
  return out
}

function pans(): string {
  let out = '<path d="M520 176 H1260" stroke="#0e0a09" stroke-width="8"/>'
  for (let n = 0; n < 10; n++) {
    const x = 560 + n * 74
    const r = 20 + dice(n, 9) * 18
    out += `<path d="M${x} 176 V${226}" stroke="#0e0a09" stroke-width="5"/><circle cx="${x}" cy="${226 + r}" r="${r}" fill="#1b1210"/><path d="M${x - r * 0.7} ${226 + r * 1.5} A${r} ${r} 0 0 0 ${x + r * 0.8} ${226 + r * 1.45}" stroke="#c06a34" stroke-width="3" fill="none" opacity=".85"/>`
  }
  return out
}

function cook(): string {
  return '<g fill="#0f0a0a"><path d="M452 1100 L470 640 Q474 556 548 540 L566 520 H612 L628 540 Q690 556 700 640 L712 700 L806 676 L842 664 L852 682 L818 700 L716 752 L694 746 L716 1100Z"/><ellipse cx="590" cy="486" rx="39" ry="47"/><path d="M546 470 Q546 424 592 424 Q640 426 634 474 Q606 452 546 470Z"/><circle cx="552" cy="448" r="20"/></g><path d="M626 470 Q634 496 622 522 M690 610 Q704 650 712 696 L806 674" stroke="#e98a42" stroke-width="4" fill="none" opacity=".85"/><path d="M520 556 Q580 640 470 760 M650 552 Q600 640 690 760 M474 770 Q580 790 694 764 M574 782 Q556 840 566 900 M590 782 Q612 830 602 880" stroke="#6d3b22" stroke-width="6" opacity=".7" fill="none"/>'
}

function smoke(painting: Painting): void {
  const grey = hex('#e8b98a')
  paint(painting, (u, v, under) => {
    const rise = Math.exp(-(((u - 0.57 - (clouds(v * 4, 2) - 0.5) * 0.16) / 0.1) ** 2)) * Math.max(0, 0.62 - v)
    return glow(under, grey, rise * clouds(u * 9, v * 6, 5) * 0.45)
  })
}

const glass = (x: number, y: number) => `<path d="M${x} ${y} v-34 M${x - 12} ${y} h24" stroke="#c9793f" stroke-width="2.4" opacity=".8"/><path d="M${x - 11} ${y - 62} Q${x - 13} ${y - 34} ${x} ${y - 33} Q${x + 13} ${y - 34} ${x + 11} ${y - 62}Z" fill="#d8894a" opacity=".5"/>`

const guest = (x: number, y: number, s: number) => `<g transform="translate(${x} ${y}) scale(${s})" fill="#090707"><path d="M-24-122 Q-26-154 2-154 Q30-152 26-118 Q22-98 10-92 L12-80 Q60-72 74-10 Q78 40 74 90 H-72 Q-76 30-66-20 Q-56-70-12-80 L-10-92 Q-22-100-24-122Z"/></g>`

function tables(): string {
  return `${guest(60, 860, 1.05)}${guest(322, 860, 1)}${guest(1210, 880, 1.02)}${guest(1462, 870, 1.05)}<path d="M-20 838 H470 L560 900 V1100 H-20Z" fill="#150d0a"/><path d="M-20 838 H470 L560 900 H-20Z" fill="#4b2a18"/><path d="M1120 858 H1640 V1100 H1030 V918Z" fill="#130c09"/><path d="M1120 858 H1640 V918 H1030Z" fill="#452716"/>${glass(110, 872)}${glass(268, 870)}${glass(1246, 892)}${glass(1420, 890)}<ellipse cx="410" cy="884" rx="58" ry="11" fill="#8d5a36"/><ellipse cx="1140" cy="900" rx="52" ry="10" fill="#85532f"/>`
}
