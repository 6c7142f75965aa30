import type { LostWords } from '../contract/diagnostic.ts'
import { lettersOf, wordsOf } from './letters.ts'

/**
 * Whether a word that is missing is one of those that a format has told it cannot hold: it has one of the letters that were named, or is
 * among the words. Where words are cut off, the first of them may be the rest of a longer one.
 */
export function excuseWords(told: readonly LostWords[]): (word: string) => boolean {
  const letters = new Set(told.flatMap((lost) => [...(lost.letters ?? '')]))
  const cuts = told.map((lost) => wordsOf(lost.words ?? '').map((word) => word.letters))
  const words = new Set(cuts.flat())
  const rests = cuts.flatMap(([first]) => first ?? [])
  return (word) => {
    const own = lettersOf(word)
    return [...word].some((letter) => letters.has(letter)) || words.has(own) || rests.some((rest) => own.endsWith(rest))
  }
}
