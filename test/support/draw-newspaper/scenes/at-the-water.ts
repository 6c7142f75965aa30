import { clouds, dice, step } from '../noise.ts'
import { flood, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'
import { boat, crane, gull, hills, lamp, person, town } from '../shapes.ts'
import { sky } from '../sky.ts'

/** Shellfish gatherers, bent over their rakes in the shallows at daybreak. */
export async function shellfish(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const line = 0.5
  const y = 1067 * line
  paint(painting, sky({ horizon: line, colours: ['#5f7f93', '#8fa7ad', '#d7c4ad', '#f7d9ab'], light: { u: 0.7, v: 0.44, colour: '#ffc27d', reach: 0.3, disc: 0.024 }, cloud: { colour: '#76899a', lit: '#fbe0bd', from: 0.48, to: 0.8, size: 1.7, seed: 77.1 } }))
  await lay(painting, hills(5.5, y - 210, y - 60, y, '#9aa5a8', 3), { blur: 3 })
  await lay(painting, hills(9.2, y - 110, y - 20, y, '#74858c', 4), { blur: 2 })
  flood(painting, { from: line, rough: 0.3, colour: hex('#4d6a76'), far: 0.06, near: 0.42 })
  const rows = [[1180, 606, 0.34], [1262, 612, 0.36], [1010, 604, 0.33], [930, 610, 0.35], [640, 622, 0.42], [560, 630, 0.45], [1400, 640, 0.5], [380, 668, 0.6], [760, 690, 0.68], [1180, 742, 0.9], [470, 800, 1.12]] as const
  for (const [x, foot, size] of rows) {
    await lay(painting, mirrored(x, foot, size, mixed(size)), { blur: 2.2 })
    await lay(painting, gatherer(x, foot, size, mixed(size)), { blur: 0.9 })
  }
  return painting
}

const mixed = (size: number) => (size < 0.4 ? '#566770' : size < 0.62 ? '#41525c' : '#222f39')

function gatherer(x: number, y: number, size: number, colour: string): string {
  const turn = dice(Math.round(x), 1) > 0.5 ? 1 : -1
  const stoop = dice(Math.round(x), 2) * 14 - 7
  return `<g transform="translate(${x} ${y}) scale(${size * turn} ${size})" fill="${colour}"><path d="M-28 6 Q-27-30-30-52 Q-32-72-12-76 Q0-74 2-56 Q-2-30 0 6 H-10 Q-8-26-14-44 Q-19-22-18 6Z"/><g transform="rotate(${stoop} -14 -66)"><path d="M-33-58 Q-36-92-6-104 Q22-114 42-104 Q50-94 40-84 Q20-76 4-58 Q-12-48-33-58Z"/><path d="M40-104 Q44-118 58-116 Q70-112 68-100 Q64-88 50-90 Q40-94 40-104Z"/><path d="M30-96 Q40-76 52-56 M22-92 Q30-66 38-46" stroke="${colour}" stroke-width="6.5" stroke-linecap="round" fill="none"/><path d="M24-62 L108-8" stroke="${colour}" stroke-width="3"/></g><path d="M96 4 Q104-8 114-6 M104 8 Q112-4 122-2" stroke="${colour}" stroke-width="2.4" fill="none"/></g>`
}

/** The same figure upside down in the water, paler and torn by the ripples. */
function mirrored(x: number, y: number, size: number, colour: string): string {
  return `<g opacity=".34" transform="translate(0 ${y * 1.86 + 10 * size}) scale(1 -.86)">${gatherer(x, y, size, colour)}</g><ellipse cx="${x - 8 * size}" cy="${y + 4}" rx="${44 * size}" ry="${4 * size}" fill="none" stroke="#dfe2d8" stroke-width="1.4" opacity=".5"/>`
}

/** Salt pans at the end of the day, white heaps between mirrors, a long boat by the canal. */
export async function saltPans(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const line = 0.44
  const y = 1067 * line
  paint(painting, sky({ horizon: line, colours: ['#3f5f86', '#7d93ad', '#dcb6a4', '#f8d2a0'], light: { u: 0.26, v: 0.41, colour: '#ffb26a', reach: 0.34, disc: 0.028 }, cloud: { colour: '#6d7690', lit: '#fac9a2', from: 0.5, to: 0.8, size: 1.6, seed: 23.9 } }))
  await lay(painting, hills(6.1, y - 46, y - 8, y + 2, '#8b8792', 5) + town(44, 1040, 1400, y, 0.36, '#85808b'), { blur: 2 })
  flood(painting, { from: line, rough: 0.1, colour: hex('#5b7390'), far: 0.02, near: 0.3 })
  await lay(painting, banks(y), { blur: 1 })
  const heaps = [[240, 540, 0.5], [420, 546, 0.55], [630, 540, 0.5], [860, 548, 0.52], [1500, 546, 0.5], [150, 660, 1], [520, 668, 1.1], [1480, 690, 1.3]] as const
  await lay(painting, heaps.map(([x, foot, s]) => heap(x, foot, s)).join(''), { blur: 1 })
  await lay(painting, `<g transform="translate(1000 800)"><path d="M-420-44 Q-380 10-260 20 H260 Q390 12 430-66 Q380-30 260-24 H-270 Q-380-24-420-44Z" fill="#241f28"/><path d="M-416-42 Q-380-18-270-14 H260 Q384-22 426-62" stroke="#b86a4a" stroke-width="7" fill="none"/><path d="M30-22 L52-380 L64-380 L60-22Z" fill="#2b2530"/><path d="M60-370 L330-250 M56-366 L-180-24 M62-366 L240-22" stroke="#2b2530" stroke-width="4"/><path d="M58-372 L318-262 L300-250 L62-350Z" fill="#6d5a58"/><path d="M-180-24 Q-120-66-20-64 Q80-66 130-24Z" fill="#e9dfd6"/><ellipse cx="0" cy="26" rx="400" ry="9" fill="#1c2636" opacity=".6"/></g>` + person(690, 792, 0.72, '#241f28', { arm: 'out' }))
  await lay(painting, `<path d="M-20 1020 Q300 930 700 1010 T1640 990 V1100 H-20Z" fill="#2c2a2e"/>` + grass(), { blur: 1.8 })
  return painting
}

function banks(y: number): string {
  let out = ''
  for (let n = 1; n < 6; n++) {
    const at = y + n * n * 14 + n * 12
    out += `<path d="M-20 ${at} H1620" stroke="#6b5c58" stroke-width="${2 + n * 2.4}"/>`
  }
  for (let n = -7; n < 9; n++) out += `<path d="M${760 + n * 46} ${y + 20} L${760 + n * 260} ${y + 420}" stroke="#6b5c58" stroke-width="5"/>`
  return `${out}<path d="M-20 ${y + 250} Q700 ${y + 230} 1620 ${y + 262} V1100 H-20Z" fill="#3f5570" opacity=".42"/><path d="M-20 ${y + 250} Q700 ${y + 230} 1620 ${y + 262}" stroke="#4d4346" stroke-width="18" fill="none"/>`
}

function heap(x: number, y: number, size: number): string {
  return `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-96 6 Q-40-56 0-82 Q40-56 96 6Z" fill="#f5e3d2"/><path d="M0-82 Q40-56 96 6 H16 Q30-30 0-82Z" fill="#a99bab"/><path d="M-90 10 Q-40 56 0 70 Q40 56 90 10Z" fill="#e2cbbd" opacity=".45"/></g>`
}

function grass(): string {
  let out = ''
  for (let n = 0; n < 160; n++) {
    const x = dice(n, 1) * 1640 - 20
    const tall = 20 + dice(n, 2) * 60
    out += `<path d="M${x} 1040 Q${x + 4} ${1010 - tall / 2} ${x + (dice(n, 3) - 0.3) * 26} ${1000 - tall}" stroke="#26242a" stroke-width="3" fill="none"/>`
  }
  return out
}

/** A container ship plugged into the quay at night. */
export async function shorePower(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const line = 0.7
  const y = 1067 * line
  paint(painting, sky({ horizon: line, colours: ['#0c1a30', '#1a3152', '#3a5270', '#7c7f88', '#b89a86'], light: { u: 0.9, v: 0.68, colour: '#e39a6a', reach: 0.25 }, cloud: { colour: '#12203a', lit: '#7d7683', from: 0.5, to: 0.8, size: 1.9, seed: 41.6 } }))
  await lay(painting, town(71, -20, 520, y - 10, 0.6, '#182741', '#ffd08a') + crane(1330, y, 0.8, '#1d2c46', { raised: true }) + crane(1180, y, 0.7, '#22324d', { raised: true }), { blur: 1.4 })
  await lay(painting, cargo(y) + `<path d="M200 ${y - 150} H1310 Q1420 ${y - 160} 1500 ${y - 210} Q1480 ${y - 60} 1390 ${y + 6} H240 Q196 ${y - 40} 200 ${y - 150}Z" fill="#1c2d4a"/><path d="M226 ${y - 22} H1402 L1390 ${y + 6} H240Z" fill="#5d3136"/><path d="M200 ${y - 150} H1310 Q1420 ${y - 160} 1500 ${y - 210}" stroke="#5e7392" stroke-width="4" fill="none"/><path d="M250 ${y - 150} V${y - 392} H420 V${y - 150}Z" fill="#c9ccc6"/><path d="M236 ${y - 392} H434 V${y - 420} H236Z" fill="#e4e3da"/><path d="M290 ${y - 420} V${y - 520} M310 ${y - 470} H270" stroke="#c9ccc6" stroke-width="5"/><path d="M330 ${y - 420} l6-60 h54 l6 60z" fill="#26395a"/>`)
  await lay(painting, cabins(y) + `<path d="M-20 ${y - 26} H300 V${y + 14} H-20Z" fill="#0e192b"/><path d="M120 ${y - 26} V${y - 150} H190 V${y - 26}Z" fill="#203657"/><path d="M132 ${y - 140} H178 V${y - 96} H132Z" fill="#8fe3b4"/><path d="M186 ${y - 110} Q250 ${y - 30} 268 ${y - 108} T330 ${y - 96}" stroke="#0a111e" stroke-width="13" fill="none"/><path d="M186 ${y - 112} Q250 ${y - 34} 268 ${y - 112} T330 ${y - 100}" stroke="#49668e" stroke-width="3" fill="none"/>` + person(70, y - 26, 0.72, '#0b1322', { arm: 'out', coat: 'short' }))
  await lay(painting, lamp(155, y - 118, 170, '#8fffc0', 0.7) + lamp(336, y - 440, 120, '#ffdf9f', 0.9) + lamp(60, y - 250, 200, '#ffc277', 0.9) + lamp(1480, y - 214, 60, '#ffb0a0', 0.9), { light: true })
  await lay(painting, `<path d="M60 ${y - 246} V${y - 26}" stroke="#0b1322" stroke-width="6"/>`)
  flood(painting, { from: line, rough: 0.32, colour: hex('#0c172a'), far: 0.04, near: 0.45 })
  return painting
}

function cargo(y: number): string {
  const colours = ['#633a38', '#2c4763', '#7d6645', '#33495a', '#4e3446', '#405450']
  let out = ''
  for (let column = 0; column < 15; column++) {
    const high = 3 + Math.floor(dice(column, 3) * 4)
    for (let row = 0; row < high; row++) out += `<rect x="${446 + column * 58}" y="${y - 182 - row * 34}" width="56" height="32" fill="${colours[Math.floor(dice(column, row + 20) * 6)]}"/><path d="M${452 + column * 58} ${y - 178 - row * 34} v24 m11-24 v24 m11-24 v24 m11-24 v24" stroke="#000" stroke-opacity=".22" stroke-width="3"/>`
  }
  return out
}

function cabins(y: number): string {
  let out = ''
  for (let row = 0; row < 6; row++) for (let n = 0; n < 6; n++) if (dice(row, n + 50) > 0.25) out += `<rect x="${264 + n * 26}" y="${y - 376 + row * 36}" width="13" height="14" fill="#ffd88f"/>`
  return `${out}<path d="M244 ${y - 412} H426 V${y - 400} H244Z" fill="#ffe7b0"/>`
}

/** A square picture: the bell buoy on its bar. */
export async function bellBuoy(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  paint(painting, sky({ horizon: 0.6, shape: 1, colours: ['#4a6274', '#7b8f97', '#b9b5a4', '#ecd3a4'], light: { u: 0.22, v: 0.57, colour: '#ffcf8d', reach: 0.26 }, cloud: { colour: '#546775', lit: '#e6d2b2', from: 0.42, to: 0.74, size: 1.5, seed: 90.4 } }))
  flood(painting, { from: 0.6, rough: 0.95, colour: hex('#2c4552'), far: 0.3, near: 0.74 })
  await lay(painting, `<g transform="translate(930 1110) rotate(9)"><path d="M-250-40 Q-260 70-150 110 H150 Q260 70 250-40 Q120-76 0-76 Q-120-76-250-40Z" fill="#8b3a2e"/><path d="M20-76 Q120-76 250-40 Q260 70 150 110 H60 Q120 20 20-76Z" fill="#3f1f22"/><ellipse cx="0" cy="-42" rx="250" ry="34" fill="#a9503c"/><ellipse cx="0" cy="-44" rx="222" ry="26" fill="#5d2a26"/><path d="M-176-50 L-66-560 M176-50 L66-560 M-40-60 L-26-560 M44-60 L28-560 M-152-170 H152 M-122-300 H122 M-92-430 H92" stroke="#2b2326" stroke-width="15"/><path d="M-152-170 L122-300 M152-170 L-122-300" stroke="#2b2326" stroke-width="7"/><path d="M-92-196 Q-86-330 0-336 Q86-330 92-196 L112-176 H-112Z" fill="#9a7a3c"/><path d="M20-336 Q86-330 92-196 L112-176 H36 Q60-250 20-336Z" fill="#54421f"/><path d="M-60-210 Q-56-300-16-318" stroke="#e2c27a" stroke-width="9" fill="none"/><path d="M-120-226 v52 M122-230 v52" stroke="#1d1a1d" stroke-width="20"/><path d="M-84-560 H84 V-584 H-84Z" fill="#2b2326"/><path d="M-44-584 V-650 Q0-690 44-650 V-584Z" fill="#e8d9a6"/><path d="M-30-700 L0-760 L30-700Z M-30-780 L0-840 L30-780Z" fill="#1d1a1d"/><path d="M0-840 V-660" stroke="#1d1a1d" stroke-width="6"/></g>`)
  await lay(painting, lamp(1022, 500, 190, '#ffe3a0', 0.9), { light: true })
  surf(painting)
  await lay(painting, gull(420, 420, 2, '#3a4b56') + gull(540, 350, 1.3, '#50636d') + gull(330, 300, 0.9, '#62747d'))
  return painting
}

function surf(painting: Painting): void {
  const [deep, pale] = [hex('#2f4a57'), hex('#c8cabb')]
  paint(painting, (u, v, under) => {
    const crest = 0.735 + (clouds(u * 5, 8.8, 4) - 0.5) * 0.07
    if (v < crest) return under
    const below = v - crest
    const lace = step(0.5, 0.75, clouds(u * 15, v * 26 + u * 4, 5)) * Math.exp(-below * 9)
    const cover = step(0, 0.05, below) * 0.86
    const wave = mix(deep, [0.08, 0.15, 0.2], step(0.3, 0.75, clouds(u * 6, v * 22, 4)))
    return mix(mix(under, wave, cover), pale, lace * 0.6 + Math.exp(-below * 180) * 0.35)
  })
}

/** A pilot boat climbs a swell under the wall of a ship. */
export async function pilotBoat(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  paint(painting, sky({ horizon: 0.6, colours: ['#5f6c75', '#8a959a', '#b7bbb4', '#d5d1bf'], light: { u: 0.2, v: 0.42, colour: '#efe2bd', reach: 0.3 }, cloud: { colour: '#59666f', lit: '#c9c8ba', from: 0.4, to: 0.75, size: 1.8, seed: 14.2 } }))
  swell(painting, 0.6, '#5f7075', 0.02, 4)
  await lay(painting, '<linearGradient id="side"><stop offset="0" stop-color="#3d4952"/><stop offset="1" stop-color="#1c242b"/></linearGradient><path d="M1000 1100 Q985 600 820 214 Q1000 200 1640 120 V1100Z" fill="url(#side)"/><path d="M985 760 Q1200 764 1640 768 V1100 H1000Z" fill="#5e2f2c"/><path d="M820 214 Q1000 200 1640 120" stroke="#8a959c" stroke-width="8" fill="none"/><path d="M1060 196 Q1110 500 1120 765 M1230 176 V766 M1420 150 V767 M1560 132 V768" stroke="#1b232a" stroke-width="3" fill="none"/><path d="M930 270 q34 12 22 52 q-22 22-36-10z" fill="#141a20"/><path d="M1300 160 V650 M1340 156 V650" stroke="#c8b283" stroke-width="5"/>' + Array.from({ length: 20 }, (_, n) => `<path d="M1298 ${190 + n * 24} h44" stroke="#c8b283" stroke-width="5"/>`).join(''), { blur: 1 })
  swell(painting, 0.72, '#46575d', 0.05, 9)
  await lay(painting, `<g transform="rotate(-9 640 760)">${boat(620, 770, 2.3, '#a8442f', '#d9d3c2')}<path d="M612 660 h24 v22 h-24z m34 0 h24 v22 h-24z" fill="#36444c"/><path d="M424 728 Q560 748 726 726" stroke="#e8dcc0" stroke-width="6" fill="none"/></g>`, { blur: 0.9 })
  await lay(painting, person(742, 706, 0.5, '#d9a531', { arm: 'up', coat: 'short' }))
  swell(painting, 0.745, '#33444b', 0.06, 13)
  await lay(painting, lamp(636, 520, 90, '#fff0c4', 0.9), { light: true })
  swell(painting, 0.88, '#253239', 0.06, 21)
  return painting
}

function swell(painting: Painting, line: number, colour: string, height: number, seed: number): void {
  const deep = hex(colour)
  const pale = hex('#c9cfca')
  paint(painting, (u, v, under) => {
    const crest = line + (clouds(u * 2.6 + seed, seed, 4) - 0.5) * height * 2.6
    if (v < crest) return under
    const below = v - crest
    const face = clouds(u * 7 + seed, v * 26 + u * 3, 5)
    const lit = mix(deep, [deep[0] * 1.7, deep[1] * 1.6, deep[2] * 1.5], step(0.35, 0.75, face) * 0.7)
    return mix(lit, pale, Math.exp(-below * 110) * step(0.4, 0.7, clouds(u * 14 + seed, 2, 3)) * 0.7 + step(0.66, 0.8, face) * Math.exp(-below * 9) * 0.5)
  })
}

/** An upright picture: the tide staff at the Old Bridge; 1600 by 2400 units. */
export async function tideStaff(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  paint(painting, sky({ horizon: 0.56, shape: 0.67, colours: ['#7d95a0', '#a9b8b8', '#d5d3c4', '#eadcc0'], light: { u: 0.3, v: 0.5, colour: '#ffe4b4', reach: 0.3 } }))
  await lay(painting, '<path d="M-20 1344 V980 Q400 700 820 980 Q1200 700 1620 1000 V1344 H1400 Q1380 1060 1180 1060 Q930 1070 900 1344 H700 Q660 1060 430 1060 Q200 1070 170 1344Z" fill="#93a2a5"/>', { blur: 7 })
  let marks = ''
  for (let n = 0; n < 13; n++) marks += `<path d="M720 ${400 + n * 72} h${n % 2 ? 70 : 160} v36 h-${n % 2 ? 70 : 160}z" fill="#22303a"/>`
  const numbers = [0, 1, 2].map((n) => `<path d="M806 ${400 + n * 288} h60 v14 h-60z" fill="#a3392f"/>`).join('')
  await lay(painting, `<path d="M712 1350 V372 H888 V1350Z" fill="#efe9da"/>${marks}${numbers}<path d="M888 1350 V372 H914 V1350Z" fill="#6d7472"/><path d="M690 372 Q800 320 930 372Z" fill="#3a444a"/>`, { blur: 1.2 })
  await lay(painting, gull(1150, 620, 2.6, '#5a6b73') + gull(420, 760, 1.8, '#6d7d84'))
  flood(painting, { from: 0.56, rough: 0.3, colour: hex('#5f767f'), far: 0.05, near: 0.55 })
  return painting
}
