/** The grey, 0 to 255, of the shade between a photo and the words on it: not quite black. */
export const shadeGrey = 10

/**
 * Opacity (0 to 1) of the shade above the words, where `part` is 0 at the upper edge of the fade and 1 where the words begin: eased, so
 * that no edge shows. `opacity` is what the photo needs under its words.
 */
export function fadeAt(part: number, opacity: number): number {
  const next = Math.max(1, fade.findIndex(([place]) => place >= part))
  const [[from, thin], [to, thick]] = [fade[next - 1] ?? fade[0], fade[next] ?? fade[0]]
  return opacity * (thin + ((thick - thin) * (part - from)) / (to - from))
}

/** Opacity of the shade under the words: deeper towards the edge of the card, where `part` is 1. */
export function shadeUnderWordsAt(part: number, opacity: number): number {
  return opacity + (1 - opacity) * 0.3 * part
}

/** How far down, and how much of the opacity is there. */
const fade: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [0, 0], [0.15, 0.08], [0.34, 0.26], [0.56, 0.55], [0.76, 0.82], [0.91, 0.96], [1, 1],
]
