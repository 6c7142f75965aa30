import { clouds, dice } from './noise.ts'

/** Hills: a ridge between two heights, filled down to `floor`. */
export function hills(seed: number, top: number, bottom: number, floor: number, colour: string, wide = 5): string {
  let path = `M-120 ${floor}`
  for (let x = -120; x <= 1720; x += 8) {
    const high = clouds((x / 1600) * wide + seed, seed, 5)
    path += `L${x} ${(bottom - (bottom - top) * high).toFixed(1)}`
  }
  return `<path d="${path}L1720 ${floor}Z" fill="${colour}"/>`
}

/** A ship-to-shore crane that stands on `y`; about 260 by 300 units at scale 1, its boom over the water to the right. */
export function crane(x: number, y: number, scale: number, colour: string, { raised = false, trolley = 0.6, left = false } = {}): string {
  const boom = raised
    ? '<path d="M118-170 L196-322" stroke-width="8"/><path d="M118-170 L150-262 M196-322 L92-262" stroke-width="2"/>'
    : `<path d="M-60-170 H300" stroke-width="8"/><path d="M92-262 L296-172 M92-262 L196-172 M92-262 L-56-172" stroke-width="2"/>
       <rect x="${96 + trolley * 180}" y="-168" width="20" height="12" fill="${colour}" stroke="none"/>
       <path d="M${100 + trolley * 180}-156 V-96 M${112 + trolley * 180}-156 V-96" stroke-width="1.4"/>
       <rect x="${86 + trolley * 180}" y="-98" width="40" height="16" fill="${colour}" stroke="none"/>`
  const back = raised ? '<path d="M-60-170 H122" stroke-width="8"/><path d="M92-262 L-56-172" stroke-width="2"/>' : ''
  return `<g transform="translate(${x} ${y}) scale(${left ? -scale : scale} ${scale})" fill="none" stroke="${colour}" stroke-linecap="square">
    <path d="M0 0 L14-170 M110 0 L104-170 M-12 0 H22 M98 0 H128" stroke-width="8"/>
    <path d="M4-62 H108 M8-112 H106" stroke-width="6"/><path d="M6-62 L106-112 M108-62 L8-112 M10-112 L104-166" stroke-width="3"/>
    <path d="M74-172 L92-264 L118-172" stroke-width="6"/>${boom}${back}
    <rect x="24" y="-190" width="52" height="22" fill="${colour}" stroke="none"/></g>`
}

/** A gull on the wing. */
export function gull(x: number, y: number, size: number, colour: string): string {
  return `<path transform="translate(${x} ${y}) scale(${size})" d="M-20-4 Q-11-13 0 0 Q11-13 21-6 Q11-9 2 3 Q0 5-2 3 Q-11-9-20-4Z" fill="${colour}"/>`
}

/** A row of houses from `from` to `to` with roofs of every kind, standing on `y`; some windows are lit. */
export function town(seed: number, from: number, to: number, y: number, size: number, colour: string, light = ''): string {
  let out = ''
  for (let x = from, n = 0; x < to; n++) {
    const wide = (34 + dice(seed, n) * 46) * size
    const high = (46 + dice(seed + 1, n) * 64) * size
    const roof = high + (14 + dice(seed + 2, n) * 22) * size
    const ridge = dice(seed + 3, n) < 0.5 ? 0.5 : dice(seed + 3, n) < 0.75 ? 0.12 : 0.88
    out += `<path d="M${x} ${y} V${y - high} L${x + wide * ridge} ${y - roof} L${x + wide} ${y - high} V${y}Z" fill="${colour}"/>`
    out += `<rect x="${x + wide * 0.7}" y="${y - roof}" width="${6 * size}" height="${roof - high + 4}" fill="${colour}"/>`
    if (light) out += windows(seed * 31 + n, x, y - high, wide, high, size, light)
    x += wide * 0.99
  }
  return out
}

function windows(seed: number, x: number, top: number, wide: number, high: number, size: number, light: string): string {
  let out = ''
  for (let row = 0; row * 22 * size < high - 26 * size; row++)
    for (let column = 0; column * 17 * size < wide - 20 * size; column++) {
      if (dice(seed + row * 7, column) > 0.3) continue
      const bright = 0.45 + dice(seed, row + column) * 0.55
      out += `<rect x="${x + (10 + column * 17) * size}" y="${top + (9 + row * 22) * size}" width="${6 * size}" height="${9 * size}" fill="${light}" opacity="${bright.toFixed(2)}"/>`
    }
  return out
}

/** A soft round light. */
export function lamp(x: number, y: number, reach: number, colour: string, strength = 1): string {
  const id = `l${Math.round(x * 7 + y * 13 + reach)}`
  return `<radialGradient id="${id}"><stop offset="0" stop-color="#fff6e0" stop-opacity="${strength}"/><stop offset=".06" stop-color="${colour}" stop-opacity="${0.8 * strength}"/><stop offset=".3" stop-color="${colour}" stop-opacity="${0.22 * strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient><circle cx="${x}" cy="${y}" r="${reach}" fill="url(#${id})"/>`
}

/** Somebody who stands on `y`, 170 units tall at scale 1; `lean` in degrees, `arm` where one arm points. */
export function person(x: number, y: number, scale: number, colour: string, { lean = 0, arm = 'down', coat = 'long' }: { lean?: number; arm?: 'down' | 'up' | 'out'; coat?: 'long' | 'short' } = {}): string {
  const arms = {
    down: 'M-15-127 Q-23-104-21-76 M15-127 Q22-106 19-78',
    up: 'M-15-127 Q-23-104-20-78 M14-128 Q25-158 23-190',
    out: 'M-15-127 Q-23-104-20-78 M14-127 Q30-110 44-96 L58-98',
  }[arm]
  const hem = coat === 'long' ? 'M-8-139 Q-19-137-20-122 Q-19-84-25-46 Q0-40 24-47 Q18-86 19-122 Q18-137 8-139Z' : 'M-8-139 Q-19-137-20-122 L-17-74 H17 L19-122 Q18-137 8-139Z'
  return `<g transform="translate(${x} ${y}) scale(${scale}) rotate(${lean})" fill="${colour}"><path d="M-10-158 Q-10-173 1-173 Q12-172 11-157 L9-149 Q6-143 5-138 H-5 Q-5-143-8-149Z"/><path d="${hem}"/><path d="M-16-80 Q-18-40-13-4 L-17 0 H-5 L-4-40 L0-74 L5-40 L4-2 L18 0 L11-6 Q17-44 16-80Z"/><path d="${arms}" stroke="${colour}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round" fill="none"/></g>`
}

/** A working boat seen from the side, bow to the right, on the waterline `y`; 180 units long at scale 1. */
export function boat(x: number, y: number, scale: number, hull: string, house = hull): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-88-20 Q-30-12 44-20 Q74-25 96-38 Q88-8 74 6 H-80 Q-88-4-88-20Z" fill="${hull}"/><path d="M-8-18 V-52 H34 L42-20Z M-2-52 L0-62 H30 L32-52Z" fill="${house}"/><path d="M10-62 V-112 M10-104 L-70-24 M10-104 L90-38 M-20-20 V-46 H-56 V-20" stroke="${house}" stroke-width="2.4" fill="none"/></g>`
}

/** A ferry seen from the side, bow to the right; 420 units long at scale 1. */
export function ferry(x: number, y: number, scale: number, hull: string, house: string, lampColour = ''): string {
  let ports = ''
  if (lampColour) for (let n = 0; n < 15; n++) ports += `<rect x="${-160 + n * 20}" y="-58" width="11" height="9" fill="${lampColour}"/>` + (n > 2 && n < 13 ? `<rect x="${-160 + n * 20}" y="-84" width="11" height="9" fill="${lampColour}"/>` : '')
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-210-36 H196 Q218-40 232-50 Q218-14 190 8 H-196 Q-208-8-210-36Z" fill="${hull}"/><path d="M-190-36 V-66 H170 L186-36Z M-130-66 V-92 H116 L132-66Z M20-92 V-116 H84 L96-92Z" fill="${house}"/><path d="M-92-92 L-86-138 H-46 L-42-92Z" fill="${hull}"/><path d="M50-116 V-168 M34-150 H66 M-196-36 V-58 M120-92 V-104 H-130" stroke="${house}" stroke-width="3" fill="none"/>${ports}</g>`
}
