/**
 * A text as its letters, digits and the signs of money, sums and measures, which carry meaning, so that white space, hyphens at the end
 * of a line, the shape of quotation marks and capitals do not count. Vowel signs of Arabic are left out, because PDF readers give them
 * before or behind their letter.
 */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}\p{Sc}\p{Sm}%‰§°]|[\u064B-\u065F\u0670]/gu, '').toLowerCase()
}

/** The words of a passage, each as its letters; what has none (a dash) is no word. */
export function wordsOf(text: string): { word: string; letters: string }[] {
  return text.split(/\s+/).map((word) => ({ word, letters: lettersOf(word) })).filter(({ letters }) => letters !== '')
}
