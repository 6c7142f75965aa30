import { clouds, dice, step } from '../noise.ts'
import { flood, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { lamp, person } from '../shapes.ts'

/** A narrow street after rain, its lamps doubled in the stones. */
export async function streetAtNight(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const [top, low] = [hex('#142138'), hex('#39435a')]
  paint(painting, (u, v) => mix(mix(top, low, v * 1.5), hex('#6a5a4e'), Math.exp(-Math.hypot((u - 0.5) * 2.4, v - 0.55) * 4) * 0.8 + (clouds(u * 4, v * 6) - 0.5) * 0.06))
  const line = 640
  await lay(painting, `<path d="M735 ${line} V430 L765 400 L800 430 V${line}Z M800 ${line} V452 L838 420 L880 452 V${line}Z" fill="#39383f"/><path d="M768 400 V330 L776 300 L784 330 V420Z" fill="#39383f"/>`, { blur: 3 })
  for (let n = 6; n >= 0; n--) {
    await lay(painting, house(n, -1) + house(n, 1))
    await lay(painting, n === 6 ? lamp(800, 560, 150, '#ffb45e', 0.5) : lantern(n), { light: true })
  }
  await lay(painting, person(842, 668, 0.42, '#0a0f1a') + person(868, 670, 0.39, '#0c111d', { lean: 3 }) + `<path d="M820 590 Q858 556 898 592Z" fill="#0a0f1a"/>`)
  flood(painting, { from: 0.612, rough: 0.95, colour: hex('#0c1220'), far: 0.15, near: 0.52 })
  stones(painting)
  return painting
}

const base = (z: number) => 640 + 26 * z
const depth = (n: number) => 1 / (1 + n * 0.62)

function house(n: number, side: 1 | -1): string {
  const near = depth(n)
  const far = depth(n + 0.93)
  const at = (x: number) => 800 + side * x
  const edge = 96
  const tall = 560 + dice(n, side + 4) * 170
  const roof = (z: number) => 640 - (tall - 110) * z
  const x1 = at(edge + 760 * near ** 1.25)
  const x2 = at(edge + 760 * far ** 1.25)
  const wall = ['#1d2536', '#262b3a', '#222a36', '#2b2f3c'][(n + (side > 0 ? 2 : 0)) % 4]
  let out = `<path d="M${x1} ${base(near)} V${roof(near)} L${x2} ${roof(far)} V${base(far)}Z" fill="${wall}"/><path d="M${x1} ${roof(near)} L${x1 + side * 10} ${roof(near) - 90 * near} L${x2} ${roof(far) - 70 * far} V${roof(far)}Z" fill="#0d1320"/>`
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) {
      const lit = dice(n * 5 + row, column + side * 3 + 7)
      const [a, b] = [0.14 + column * 0.3, 0.28 + column * 0.3]
      const [za, zb] = [near + (far - near) * a, near + (far - near) * b]
      const [xa, xb] = [x1 + (x2 - x1) * a, x1 + (x2 - x1) * b]
      const [up, down] = [0.2 + row * 0.25, 0.34 + row * 0.25]
      const y = (z: number, t: number) => roof(z) + (base(z) - roof(z)) * t
      const fill = lit > 0.7 ? (lit > 0.86 ? '#ffc777' : '#c98f4e') : '#0c121e'
      out += `<path d="M${xa} ${y(za, up)} V${y(za, down)} L${xb} ${y(zb, down)} V${y(zb, up)}Z" fill="${fill}"/>`
    }
  return out
}

function lantern(n: number): string {
  const z = depth(n + 0.4)
  const side = n % 2 ? 1 : -1
  const x = 800 + side * (84 + 640 * z ** 1.3)
  const y = 640 - 300 * z
  return lamp(x, y, 330 * z + 30, '#ffae55', 0.95)
}

function stones(painting: Painting): void {
  paint(painting, (u, v, under) => {
    if (v < 0.612) return under
    const z = 1 / (v - 0.56)
    const row = Math.floor(z * 9)
    const across = (u - 0.5) * z * 6 + (row % 2) * 0.5
    const edge = Math.min(Math.abs(across - Math.round(across)), Math.abs(z * 9 - row - 0.5) < 0.42 ? 1 : 0.02)
    const joint = 1 - step(0.0, 0.1, edge)
    const worn = clouds(Math.floor(across) * 3.1, row * 1.7, 2) - 0.5
    const dark = 1 - (joint * 0.4 - worn * 0.3) * step(0.63, 0.78, v)
    return [under[0] * dark, under[1] * dark, under[2] * dark]
  })
}
