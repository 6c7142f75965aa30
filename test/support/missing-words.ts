import type { StoryWords } from './words-of-story.ts'

/**
 * The pieces of a story that a text does not have: the words of each must stand in it in order and near together, and the
 * pieces of the body one after the other. Only letters and digits count, so that hyphens at the end of a line, the shape
 * of quotation marks and white space do not; up to 300 letters may come between two words, as when a page ends there.
 */
export function missingWords(text: string, { around, body, footnotes }: StoryWords): string[] {
  const letters = lettersOf(text)
  const missing = [...around, ...footnotes].filter((piece) => find(letters, piece, 0) === -1)
  let end = 0
  for (const piece of body) {
    const found = find(letters, piece, end)
    if (found === -1) missing.push(piece)
    else end = found
  }
  return missing
}

const largestGap = 300

/** Where the piece ends; -1 where it is not there. */
function find(letters: string, piece: string, from: number): number {
  const [first, ...rest] = piece.split(/\s+/).map(lettersOf).filter((word) => word !== '')
  if (first === undefined) return from
  for (let start = letters.indexOf(first, from); start !== -1; start = letters.indexOf(first, start + 1)) {
    const end = follow(letters, start + first.length, rest)
    if (end !== -1) return end
  }
  return -1
}

function follow(letters: string, from: number, words: readonly string[]): number {
  let end = from
  for (const word of words) {
    const next = letters.indexOf(word, end)
    if (next === -1 || next - end > largestGap) return -1
    end = next + word.length
  }
  return end
}

function lettersOf(text: string): string {
  // Vowel signs of Arabic stand above and below letters, and poppler may give them before or behind.
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]|[\u064B-\u065F]/gu, '').toLowerCase()
}
