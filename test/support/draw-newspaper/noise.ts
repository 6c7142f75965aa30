/** A number in [0, 1) that depends on two whole numbers only: the seedless dice of every drawing. */
export function dice(x: number, y: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/** Value noise in [0, 1), smooth between whole numbers. */
export function noise(x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const across = ease(x - left)
  const down = ease(y - top)
  const upper = dice(left, top) * (1 - across) + dice(left + 1, top) * across
  const lower = dice(left, top + 1) * (1 - across) + dice(left + 1, top + 1) * across
  return upper * (1 - down) + lower * down
}

/** Several octaves of noise on top of each other, about 0.5 on average: clouds, mud, smoke. */
export function clouds(x: number, y: number, octaves = 5): number {
  let sum = 0
  let weight = 0.5
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noise(x, y)
    // The turn between octaves hides the grid that plain value noise shows.
    const turned = x * 1.6 + y * 1.2
    y = y * 1.6 - x * 1.2 + 17.3
    x = turned + 5.1
    weight /= 2
  }
  return sum / (1 - weight * 2)
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function step(from: number, to: number, x: number): number {
  return ease(Math.min(1, Math.max(0, (x - from) / (to - from))))
}

function ease(t: number): number {
  return t * t * (3 - 2 * t)
}
