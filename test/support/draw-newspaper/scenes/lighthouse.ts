import { clouds, step } from '../noise.ts'
import { flood, glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { hills, lamp } from '../shapes.ts'
import { sky } from '../sky.ts'

/** Carrow Head at dusk; the lamp is lit unless `dark`. */
export async function lighthouse(width: number, height: number, dark = false): Promise<Painting> {
  const painting = primed(width, height)
  const line = 0.68
  paint(painting, sky({
    horizon: line,
    colours: dark ? ['#0b1526', '#14243b', '#273b54', '#4a5a6b'] : ['#233a5c', '#4c5f80', '#93818f', '#dd9f86', '#f4c591'],
    light: { u: 0.2, v: 0.66, colour: dark ? '#5f7387' : '#ff9d5c', reach: 0.3, ...(dark ? {} : { disc: 0.022 }) },
    cloud: { colour: dark ? '#0d1828' : '#3b4763', lit: dark ? '#42546a' : '#f5a07a', from: 0.44, to: 0.74, size: 2.4, seed: 12.7 },
  }))
  const y = 1067 * line
  await lay(painting, hills(3.1, y - 70, y + 4, y + 6, dark ? '#1c2a3c' : '#77707f', 2), { blur: 3 })
  flood(painting, { from: line, rough: 0.62, colour: hex(dark ? '#101d2e' : '#2e4763'), far: 0.1, near: 0.6 })
  const rock = dark ? '#080f1a' : '#1a2436'
  const tower = dark ? ['#1a2636', '#101a28'] : ['#f1dfcf', '#8f8796']
  await lay(painting, headland(rock))
  await lay(painting, `<linearGradient id="t"><stop offset="0" stop-color="${tower[0]}"/><stop offset="1" stop-color="${tower[1]}"/></linearGradient>
    <path d="M1108 566 L1122 300 H1170 L1184 566Z" fill="url(#t)"/><path d="M1112 500 L1116 430 H1176 L1180 500Z" fill="${dark ? '#141d2b' : '#a4524a'}" opacity=".85"/>
    <path d="M1104 300 H1188 V290 H1104Z M1122 290 V248 H1170 V290Z M1116 248 L1146 214 L1176 248Z" fill="${rock}"/><path d="M1106 290 V276 H1186 V290 M1146 214 V196" stroke="${rock}" stroke-width="3" fill="none"/>
    <rect x="1128" y="254" width="36" height="32" fill="${dark ? '#1c2838' : '#ffe9b5'}"/><path d="M1140 350 h11 v18 h-11z M1138 520 h16 v46 h-16z" fill="${rock}"/>
    <path d="M1200 566 V524 L1232 500 H1290 L1320 524 V570Z" fill="${dark ? '#121c2a' : '#b7a7a4'}"/><path d="M1194 526 L1230 494 H1292 L1328 526Z" fill="${rock}"/>`)
  turf(painting, dark)
  if (!dark) {
    beam(painting)
    await lay(painting, lamp(1146, 270, 170, '#ffdf9a'), { light: true })
  }
  return painting
}

function headland(colour: string): string {
  let path = 'M1640 1120 L1640 520'
  for (let x = 1640; x >= 690; x -= 10) {
    const fall = step(690, 1130, x)
    path += `L${x} ${(800 - fall * 236 + (clouds(x / 60, 3.3, 4) - 0.5) * (22 + 60 * (1 - fall))).toFixed(1)}`
  }
  return `<path d="${path} L640 840 Q900 900 1000 1120Z" fill="${colour}"/>`
}

/** Grass and stone on the headland, lit from the side of the sun. */
function turf(painting: Painting, dark: boolean): void {
  const warm = hex(dark ? '#2a3a4c' : '#a3695a')
  paint(painting, (u, v, under) => {
    if (under[0] + under[1] + under[2] > 0.5 || v < 0.5) return under
    const rough = clouds(u * 46 - v * 20, v * 34, 5)
    return mix(under, warm, step(0.46, 0.8, rough) * Math.exp(-Math.max(0, v - 0.53) * 3.4) * 0.42 + step(0.6, 0.8, clouds(u * 9, v * 16, 4)) * 0.08)
  })
}

function beam(painting: Painting): void {
  const light = hex('#ffe6b0')
  paint(painting, (u, v, under) => {
    const x = (u - 0.7163) * 1.5
    const y = v - 0.253
    const reach = Math.hypot(x, y)
    const spread = Math.abs(Math.atan2(y + x * 0.1, -x))
    const strength = (1 - step(0.03, 0.1, spread)) * Math.exp(-reach * 1.5) * 0.75
    return strength > 0.002 ? glow(under, mix(light, under, 0.1), strength) : under
  })
}
