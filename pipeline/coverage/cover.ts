import type { Coverage } from '../contract/file-record.ts'
import { findPassage, type Found } from './find-passage.ts'
import { lettersOf, wordsOf } from './letters.ts'
import type { Manuscript, Passage, WrittenAddress } from './manuscript.ts'

/** Words of a passage that a file does not have, or has in another place. */
export type LostPassage<P extends Passage = Passage> = P & {
  /** As written, in order. */
  missing: readonly string[]
  /** They are there, but not where they belong. */
  isMisplaced: boolean
}

/** What a file has of a story. */
export interface Covered<P extends Passage = Passage, A extends WrittenAddress = WrittenAddress> {
  coverage: Coverage
  lost: readonly LostPassage<P>[]
  lostAddresses: readonly A[]
}

/**
 * Compare what a reader can read in a file, and where its links lead, with what it is to hold of its story. `base` is the file's own
 * address, for links that are relative to it. Every word counts, in order; white space, punctuation and capitals do not.
 */
export function cover<P extends Passage, A extends WrittenAddress>({ blocks, anywhere, addresses }: Manuscript<P, A>, text: string, links: readonly string[], base: string): Covered<P, A> {
  const letters = lettersOf(text)
  const results = [...inOrder(blocks.flat(), letters), ...withoutOrder(anywhere, letters)]
  const written = results.reduce((sum, { found }) => sum + found.written, 0)
  const missing = results.reduce((sum, { found }) => sum + found.missing.length, 0)
  return {
    coverage: { written, found: written - missing },
    lost: results.flatMap(({ passage, found, isMisplaced }) => (found.missing.length > 0 ? [{ ...passage, missing: found.missing, isMisplaced }] : [])),
    lostAddresses: lostAddresses(addresses, links, base),
  }
}

interface Result<P> {
  passage: P
  found: Found
  isMisplaced: boolean
}

/** The running text: each passage stands behind the one before. */
function inOrder<P extends Passage>(passages: readonly P[], letters: string): Result<P>[] {
  let end = 0
  return passages.map((passage) => {
    const found = findPassage(letters, passage.words, end)
    end = found.end
    return { passage, found, isMisplaced: found.missing.length > 0 && isWhole(letters, passage) }
  })
}

function isWhole(letters: string, { words }: Passage): boolean {
  const whole = lettersOf(words)
  return whole.length >= 20 && letters.includes(whole)
}

/** What may stand anywhere: passages of the same words must stand there as often as they were written. */
function withoutOrder<P extends Passage>(passages: readonly P[], letters: string): Result<P>[] {
  const ends = new Map<string, number>()
  return passages.map((passage) => {
    const whole = lettersOf(passage.words)
    const from = ends.get(whole) ?? 0
    const start = letters.indexOf(whole, from)
    ends.set(whole, start === -1 ? letters.length : start + whole.length)
    const found = start === -1 ? inPieces(passage, letters, from) : { written: wordsOf(passage.words).length, missing: [], end: start }
    return { passage, found, isMisplaced: false }
  })
}

/** A passage that a page's end cuts in two is found from its beginning, wherever that is. */
function inPieces({ words }: Passage, letters: string, from: number): Found {
  const first = wordsOf(words)[0]?.letters ?? ''
  let best = findPassage(letters, words, from)
  for (let start = letters.indexOf(first, from), tries = 0; start !== -1 && tries < 200 && best.missing.length > 0; start = letters.indexOf(first, start + 1), tries++) {
    const found = findPassage(letters, words, start)
    if (found.missing.length < best.missing.length) best = found
  }
  return best
}

function lostAddresses<A extends WrittenAddress>(addresses: readonly A[], links: readonly string[], base: string): A[] {
  const there = new Set(links.map((link) => normalised(link, base)))
  return addresses.filter(({ url }) => !there.has(normalised(url, base)))
}

/** Absolute, and the same for the two ways in which a page's file may be named. */
function normalised(url: string, base: string): string {
  if (!URL.canParse(url, base)) return url
  const { href } = new URL(url, base)
  return decode(href).replace(/\/index\.html(?=$|[?#])/, '/')
}

function decode(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
