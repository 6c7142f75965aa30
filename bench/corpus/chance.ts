/** Numbers that look like chance and are the same for the same seed on every machine. */
export interface Chance {
  /** From 0 up to, and not with, 1. */
  number(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[]
}

/** Open a source of chance: mulberry32, begun with the FNV-1a hash of the seed. */
export function openChance(seed: string): Chance {
  let state = hashOf(seed)
  const number = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const stirred = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number): number => from + Math.floor(number() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[whole(0, list.length - 1)]
    if (chosen === undefined) throw new Error('There is nothing to pick from an empty list.')
    return chosen
  }
  const shuffled = <T>(list: readonly T[]): T[] => list.map((item) => ({ item, place: number() })).sort((a, b) => a.place - b.place).map(({ item }) => item)
  return { number, whole, pick, shuffled }
}

function hashOf(seed: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
