import { findNumbered, isNoteNumber } from './find-numbered.ts'
import { wordsOf } from './letters.ts'

/** What became of one passage. */
export interface Found {
  /** Words of the passage, and those that were not there, as written. */
  written: number
  missing: readonly string[]
  /** Behind its last word, in letters; where the search began, if nothing was there. */
  end: number
}

/** So many letters may come between two words: the foot of a page, a marginal label. */
const largestGap = 400
/** A passage of so many words may be interrupted once; the words of a shorter one stand in order by chance. */
const wordsAnInterruption = 8
/** So many letters in a row tell one place of a text from others. */
const tellingLetters = 20
/** A passage of few letters is looked for near by, because it stands in many places. */
const nearBy = 2000
/** So many words may be missing at the beginning of a passage before all of it counts as missing. */
const mostMissingAtStart = 30

/**
 * Look for a passage in the letters of a text from a place on: as a whole first, with numbers of notes in it next, then word by word, each
 * near the one before. Takes time in proportion to the passage and to the text between its place and where it is found, whatever they say.
 */
export function findPassage(text: string, words: string, from: number): Found {
  const pieces = wordsOf(words)
  const whole = pieces.map(({ letters }) => letters).join('')
  const start = indexFrom(text, whole, from)
  if (start !== -1) return { written: pieces.length, missing: [], end: start + whole.length }
  const numbered = findNumbered(text, pieces, { from, until: whole.length >= tellingLetters ? text.length : from + nearBy })
  if (numbered !== undefined) return { written: pieces.length, missing: [], end: numbered }
  const anchor = anchorOf(text, pieces, from) ?? from
  const inOrder = findWords(text, pieces, anchor, from)
  return inOrder.missing.length > 0 && runsBothWays(words) ? findInAnyOrder(text, pieces, from) : inOrder
}

/** A line that runs both ways is drawn in an order of its own, and readers of PDFs give it in one or the other. */
function runsBothWays(words: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words) && /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(words)
}

/** Every word as often as it was written, somewhere where the passage is due. */
function findInAnyOrder(text: string, pieces: readonly { word: string; letters: string }[], from: number): Found {
  const length = pieces.reduce((sum, { letters }) => sum + letters.length, 0)
  let due = text.slice(from, from + length + nearBy)
  const missing: string[] = []
  let end = 0
  for (const { word, letters } of pieces.toSorted((a, b) => b.letters.length - a.letters.length)) {
    const found = due.indexOf(letters)
    if (found === -1) missing.push(word)
    // What is found is taken away, so that it is not found twice; its place stays.
    else due = due.slice(0, found) + ' '.repeat(letters.length) + due.slice(found + letters.length)
    end = Math.max(end, found + letters.length)
  }
  return { written: pieces.length, missing, end: missing.length === 0 ? from + end : from }
}

/** Where the passage begins, told by the first of its words that stand there in a row. */
function anchorOf(text: string, pieces: readonly { letters: string }[], from: number): number | undefined {
  for (let first = 0; first < Math.min(pieces.length, mostMissingAtStart); first++) {
    const telling = tellingFrom(pieces, first)
    if (telling.length < tellingLetters) return undefined
    const found = text.indexOf(telling, from)
    if (found !== -1) return Math.max(from, found - largestGap)
  }
  return undefined
}

function tellingFrom(pieces: readonly { letters: string }[], first: number): string {
  let letters = ''
  for (let index = first; index < pieces.length && letters.length < tellingLetters; index++) letters += pieces[index]?.letters ?? ''
  return letters
}

function findWords(text: string, pieces: readonly { word: string; letters: string }[], start: number, from: number): Found {
  const missing: string[] = []
  let end = start
  let isFirst = true
  let interruptions = 0
  for (const { word, letters } of pieces) {
    const found = text.slice(end, end + letters.length + (isFirst ? largestGap * 2 : largestGap)).indexOf(letters)
    if (found === -1) missing.push(word)
    else {
      if (found > 0 && !isFirst && !isNoteNumber(text.slice(end, end + found))) interruptions += 1
      end += found + letters.length
      isFirst = false
    }
  }
  // In order, but strewn: those are other words that happen to be the same.
  if (missing.length === 0 && interruptions > pieces.length / wordsAnInterruption) missing.push(...pieces.map(({ word }) => word))
  return { written: pieces.length, missing, end: missing.length === pieces.length ? from : end }
}

function indexFrom(text: string, letters: string, from: number): number {
  if (letters.length >= tellingLetters) return text.indexOf(letters, from)
  const found = text.slice(from, from + nearBy).indexOf(letters)
  return found === -1 ? -1 : from + found
}
