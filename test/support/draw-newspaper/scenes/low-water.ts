import { clouds, dice, step } from '../noise.ts'
import { flood, glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { boat, gull, hills, lamp, person } from '../shapes.ts'
import { sky, type Sky } from '../sky.ts'

/** Wet ground below the horizon: a dim mirror with ripples of sand in it. */
function ground(painting: Painting, line: number, colour: string, wet: number, seed: number): void {
  const [sand, dark] = [hex(colour), mix(hex(colour), [0.08, 0.1, 0.14], 0.55)]
  flood(painting, { from: line, rough: 0.12, colour: sand, far: 0.1, near: 0.3 })
  paint(painting, (u, v, under) => {
    if (v < line) return under
    const z = 1 / (v - line + 0.06)
    const across = (u - 0.5) * z
    const ripple = clouds(across * 3 + seed, z * 7 + Math.sin(across * 2) * 1.2, 5)
    const fine = Math.sin(z * 46 + clouds(across * 5, z * 5, 3) * 18) * 0.5 + 0.5
    const dry = step(wet - 0.14, wet + 0.12, ripple)
    const near = step(line, line + 0.12, v)
    return mix(under, mix(sand, dark, fine * 0.45 * near + (ripple - 0.5) * 0.9), dry * (0.55 + near * 0.4))
  })
}

async function shore(width: number, height: number, wish: Sky, colour: string, wet: number, seed: number, between?: string): Promise<Painting> {
  const painting = primed(width, height)
  paint(painting, sky(wish))
  if (between) await lay(painting, between, { blur: 2 })
  ground(painting, wish.horizon, colour, wet, seed)
  return painting
}

/** The main channel, a ribbon of light across the mud. */
export async function channel(width: number, height: number): Promise<Painting> {
  const wish: Sky = { horizon: 0.42, colours: ['#47617c', '#8396a3', '#d9b898', '#f7cf95'], light: { u: 0.62, v: 0.39, colour: '#ffb668', reach: 0.32, disc: 0.02 }, cloud: { colour: '#52637a', lit: '#f6c59c', from: 0.44, to: 0.74, size: 2, seed: 8.3 } }
  const painting = await shore(width, height, wish, '#6a5a52', 0.36, 3, hills(4.4, 380, 440, 450, '#747b85', 6))
  const mirror = primed(width, height)
  paint(mirror, sky(wish))
  flood(mirror, { from: 0.42, rough: 0.14, colour: hex('#5a728a'), far: 0, near: 0.12 })
  paint(painting, (u, v, under) => {
    if (v < 0.425) return under
    const d = (v - 0.42) / 0.58
    const middle = 0.6 + Math.sin(d * 7.2 + 0.6) * 0.2 * d ** 0.6 - d * 0.18 + (clouds(d * 6, 4, 4) - 0.5) * 0.07
    const half = 0.012 + d * 0.12 + (clouds(d * 14 + (u > middle ? 9 : 0), 7, 4) - 0.5) * 0.05 * d
    const inside = 1 - step(half - 0.008, half + 0.004, Math.abs(u - middle))
    const bank = Math.exp(-(((Math.abs(u - middle) - half) / 0.012) ** 2)) * (1 - inside)
    const at = (Math.floor(v * height) * width + Math.floor(u * width)) * 3
    const light = [mirror.pixels[at] ?? 0, mirror.pixels[at + 1] ?? 0, mirror.pixels[at + 2] ?? 0] as const
    return mix(mix(under, [0.14, 0.12, 0.13], bank * 0.5), light, inside)
  })
  await lay(painting, gull(420, 230, 1.1, '#3b4a5c') + gull(500, 262, 0.8, '#4a596b'))
  return painting
}

/** Old herring stakes that lead to the sun. */
export async function stakes(width: number, height: number): Promise<Painting> {
  const painting = await shore(width, height, { horizon: 0.46, colours: ['#7a4f52', '#c47a5c', '#f0a868', '#ffd595'], light: { u: 0.5, v: 0.415, colour: '#ffcf80', reach: 0.3, disc: 0.034 }, cloud: { colour: '#8a5658', lit: '#ffd09a', from: 0.5, to: 0.8, size: 1.6, seed: 51.7 } }, '#7d5240', 0.38, 13)
  let posts = ''
  for (let n = 15; n >= 0; n--) {
    const z = 1 / (1 + n * 0.42)
    for (const side of [-1, 1]) {
      if (dice(n, side + 8) < 0.14) continue
      const x = 800 + side * (20 + 480 * z)
      const foot = 496 + 470 * z
      const tall = (230 + dice(n, side + 3) * 170) * z
      const lean = (dice(n, side + 5) - 0.5) * 50 * z
      posts += `<path d="M${x - 13 * z} ${foot} L${x - 10 * z + lean} ${foot - tall} L${x + 8 * z + lean} ${foot - tall * 1.04} L${x + 14 * z} ${foot}Z" fill="#2c1a1c"/><path d="M${x - 12 * z} ${foot} L${x - 8 * z + lean} ${foot + tall * 0.8} L${x + 8 * z + lean} ${foot + tall * 0.8} L${x + 13 * z} ${foot}Z" fill="#2c1a1c" opacity=".38"/><ellipse cx="${x}" cy="${foot}" rx="${34 * z}" ry="${6 * z}" fill="#2c1a1c" opacity=".6"/>`
    }
  }
  await lay(painting, posts, { blur: 1 })
  return painting
}

/** A heron and its reflection. */
export async function heron(width: number, height: number): Promise<Painting> {
  const painting = await shore(width, height, { horizon: 0.36, colours: ['#31486a', '#6b84a0', '#b3b8c0', '#e3cbb8'], light: { u: 0.24, v: 0.34, colour: '#f7c9a4', reach: 0.26 }, cloud: { colour: '#3f5673', lit: '#d9bfb8', from: 0.46, to: 0.8, size: 1.8, seed: 36.2 } }, '#46566a', 0.62, 23, hills(7.7, 320, 384, 390, '#5f7288', 5))
  const bird = '<path d="M0 0 L-6-150 M46 0 L40-150" stroke="#1b2636" stroke-width="7"/><path d="M-110-150 Q-60-160-30-220 Q10-290 96-282 Q128-300 122-360 Q104-430 150-476 Q170-496 196-488 L286-462 L200-462 Q170-450 164-420 Q160-390 176-350 Q190-280 130-220 Q80-150-110-150Z"/><path d="M190-482 Q150-490 96-470 Q140-500 190-490Z"/>'
  await lay(painting, `<g transform="translate(930 760) scale(1 -.9)" fill="#1b2636" opacity=".5">${bird}</g>`, { blur: 4 })
  await lay(painting, `<g transform="translate(930 760)" fill="#1b2636">${bird}<path d="M-100-152 Q0-176 60-250 M-60-156 Q20-184 90-258" stroke="#41546b" stroke-width="5" fill="none"/><circle cx="188" cy="-478" r="3" fill="#d9bfa8"/></g><g fill="none" stroke="#cfd3d6" stroke-width="2" opacity=".6"><ellipse cx="950" cy="760" rx="90" ry="12"/><ellipse cx="950" cy="760" rx="150" ry="22"/></g>`)
  await lay(painting, reeds(), { blur: 2.4 })
  return painting
}

function reeds(): string {
  let out = ''
  for (let n = 0; n < 46; n++) {
    const x = dice(n, 4) ** 1.6 * 420 - 20
    const tall = 180 + dice(n, 6) * 380
    const lean = (dice(n, 8) - 0.25) * 120
    out += `<path d="M${x} 1090 Q${x + lean * 0.2} ${1090 - tall * 0.6} ${x + lean} ${1090 - tall}" stroke="#141d2b" stroke-width="${3 + dice(n, 2) * 5}" fill="none"/>` + (n % 5 ? '' : `<ellipse cx="${x + lean}" cy="${1080 - tall}" rx="8" ry="34" fill="#141d2b" transform="rotate(${lean / 6} ${x + lean} ${1080 - tall})"/>`)
  }
  return out
}

/** A small boat, tilted on bare sand. */
export async function aground(width: number, height: number): Promise<Painting> {
  const painting = await shore(width, height, { horizon: 0.5, colours: ['#5d6f78', '#a9a68f', '#e6c787', '#f9dd9c'], light: { u: 0.74, v: 0.46, colour: '#ffe09a', reach: 0.36, disc: 0.024 }, cloud: { colour: '#6d7676', lit: '#f7dca6', from: 0.5, to: 0.82, size: 1.5, seed: 64.9 } }, '#7f7256', 0.36, 33, hills(2.9, 500, 534, 540, '#8f8d7c', 5))
  await lay(painting, '<ellipse cx="560" cy="800" rx="380" ry="26" fill="#2a2722" opacity=".55"/>', { blur: 12 })
  await lay(painting, `<g transform="rotate(-13 560 780)">${boat(570, 762, 3.4, '#23313b', '#2b343a')}<path d="M272 726 Q480 746 730 716 Q820 700 890 660" stroke="#a8794b" stroke-width="7" fill="none"/></g><path d="M850 700 Q1000 760 1180 838" stroke="#2b2b28" stroke-width="4" fill="none"/><path d="M1164 830 q26 26 52 8 m-30-20 l14 34" stroke="#2b2b28" stroke-width="8" fill="none"/>`, { blur: 0.9 })
  await lay(painting, gull(1190, 300, 1.2, '#55605f') + gull(1270, 270, 0.8, '#6a7370') + person(1330, 640, 0.36, '#3d4244'))
  return painting
}

/** A walker on the causeway. */
export async function causeway(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  paint(painting, sky({ horizon: 0.62, colours: ['#6f8795', '#93a5aa', '#c6c7b9', '#ecdab4'], light: { u: 0.5, v: 0.6, colour: '#fbe0ae', reach: 0.25 }, cloud: { colour: '#566a79', lit: '#e9dcc4', from: 0.34, to: 0.62, size: 2.3, seed: 19.4 } }))
  await lay(painting, hills(1.7, 630, 662, 664, '#7d8c8e', 5), { blur: 2 })
  flood(painting, { from: 0.62, rough: 0.16, colour: hex('#6e8690'), far: 0.04, near: 0.32 })
  let path = ''
  let back = ''
  for (let n = 0; n <= 60; n++) {
    const t = n / 60
    const y = 664 + 420 * t ** 1.7
    const middle = 1010 - 330 * t ** 1.2 + Math.sin(t * 5) * 26 * t
    const half = 5 + 250 * t ** 2
    path += `L${(middle - half + (dice(n, 1) - 0.5) * 22 * t).toFixed(1)} ${y.toFixed(1)}`
    back = `L${(middle + half + (dice(n, 2) - 0.5) * 22 * t).toFixed(1)} ${y.toFixed(1)}${back}`
  }
  await lay(painting, `<linearGradient id="c" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8f9186"/><stop offset="1" stop-color="#3f4344"/></linearGradient><path d="M1010 664${path}${back}Z" fill="url(#c)"/>`, { blur: 1 })
  await lay(painting, person(986, 716, 0.5, '#1f2930', { lean: -2 }) + '<ellipse cx="990" cy="717" rx="20" ry="3" fill="#1f2930" opacity=".6"/>')
  await lay(painting, Array.from({ length: 8 }, (_, n) => `<path d="M${1020 - n * 22 - n * n * 3.4} ${672 + n * n * 5.6} v${-26 - n * 13}" stroke="#37424a" stroke-width="${3 + n * 1.1}"/>`).join(''))
  return painting
}

/** The first wave of the flood, by moonlight. */
export async function firstWave(width: number, height: number): Promise<Painting> {
  const painting = await shore(width, height, { horizon: 0.4, colours: ['#07111f', '#12243c', '#2b4460', '#5c7388'], light: { u: 0.56, v: 0.16, colour: '#dfe9ef', reach: 0.12, disc: 0.028 }, cloud: { colour: '#0c1829', lit: '#8195a6', from: 0.46, to: 0.8, size: 2.2, seed: 27.3 } }, '#1a2838', 0.4, 43, hills(3.9, 396, 424, 430, '#152639', 5))
  const [moon, dark] = [hex('#e6eef0'), hex('#0b1726')]
  paint(painting, (u, v, under) => {
    const glitter = Math.exp(-(((u - 0.56) / (0.03 + Math.max(0, v - 0.4) * 0.22)) ** 2)) * step(0.5, 0.75, clouds(u * 30, v * 120, 3))
    let colour = v > 0.4 ? glow(under, moon, glitter * 0.5) : under
    const crest = 0.66 + Math.sin(u * 4 + 0.8) * 0.03 + (clouds(u * 8, 3, 4) - 0.5) * 0.03
    const face = (v - crest) / 0.045
    if (face > -0.4 && face < 1) colour = mix(colour, dark, step(-0.4, 0.2, face) * 0.8)
    const foam = Math.exp(-(((v - crest - 0.042) / 0.009) ** 2)) + step(0.52, 0.7, clouds(u * 26, v * 60, 4)) * Math.exp(-Math.max(0, v - crest - 0.03) * 26) * step(crest + 0.02, crest + 0.045, v)
    const shine = 0.35 + 0.65 * Math.exp(-(((u - 0.56) / 0.22) ** 2))
    colour = glow(colour, moon, Math.min(0.85, foam * 0.62) * shine)
    return glow(colour, moon, Math.exp(-(((v - crest) / 0.004) ** 2)) * 0.3 * shine)
  })
  await lay(painting, lamp(330, 408, 70, '#ffd79a', 0.8), { light: true })
  return painting
}
