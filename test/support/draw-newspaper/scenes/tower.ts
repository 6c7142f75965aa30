import { clouds, step } from '../noise.ts'
import { glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { lamp } from '../shapes.ts'

/** A square picture: the winding stairs of the tower, seen from above. */
export async function stairs(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const [stone, dark] = [hex('#b9a88e'), hex('#1a222c')]
  paint(painting, (u, v) => {
    const radius = Math.hypot(u - 0.5, v - 0.5)
    const angle = Math.atan2(v - 0.5, u - 0.5) / (Math.PI * 2)
    const down = Math.log(radius + 0.02) * 1.15
    const turn = down - angle
    const tread = (angle * 22 + Math.floor(turn) * 22) % 1
    const edge = turn - Math.floor(turn)
    const shade = Math.abs(tread) * 0.4 + edge * 0.5 + (clouds(u * 30, v * 30) - 0.5) * 0.25
    const deep = step(0.04, 0.62, radius)
    const rail = Math.exp(-((edge - 0.04) ** 2) * 3000)
    return mix(mix(dark, mix(stone, dark, Math.min(1, shade)), deep), [0.08, 0.07, 0.07], rail * 0.9)
  })
  await lay(painting, lamp(800, 800, 420, '#ffd9a0', 0.5), { light: true })
  return painting
}

/** An upright picture: the lens under its canvas sheet. */
export async function lens(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  paint(painting, (u, v) => glow(mix(hex('#5d6f7c'), hex('#2a3641'), v), hex('#ffdcae'), Math.exp(-Math.hypot(u - 0.1, v - 0.3) * 2.4) * 0.6))
  await lay(painting, '<path d="M300 2100 L340 900 Q380 420 800 380 Q1220 420 1260 900 L1300 2100Z" fill="#8d948f"/><path d="M470 2060 Q500 1000 800 760 Q1100 1000 1130 2060Z" fill="#d8e0d4" opacity=".75"/>', { blur: 6 })
  await lay(painting, [0, 1, 2, 3, 4, 5, 6].map((n) => `<ellipse cx="800" cy="1460" rx="${60 + n * 42}" ry="${100 + n * 74}" fill="none" stroke="#4f6269" stroke-width="9" opacity=".7"/>`).join('') + '<path d="M280 2060 H1320 V2140 H280Z M220 2140 H1380 V2420 H220Z" fill="#1b242c"/>', { blur: 2 })
  await lay(painting, '<path d="M310 1500 Q330 800 520 480 Q650 330 800 330 Q1100 330 1230 700 Q1290 1000 1300 1500 Q1220 1300 1130 1180 Q1060 1420 980 1130 Q860 900 760 1080 Q640 1500 560 1180 Q430 1260 310 1500Z" fill="#b9ab91"/><path d="M560 460 Q470 800 470 1230 M800 340 Q740 700 760 1080 M1030 420 Q1110 800 1130 1180 M920 350 Q960 700 980 1120" stroke="#7d715e" stroke-width="14" fill="none" opacity=".7"/>', { blur: 3 })
  return painting
}
