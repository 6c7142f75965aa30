/**
 * True where all words stand in the text in order and close together: up to 300 characters may come between two words,
 * as when a page's foot or a marginal label cuts a sentence. White space, invisible characters, capitals and the shape
 * of quotation marks do not count.
 */
export function findInOrder(text: string, words: string): boolean {
  const haystack = squash(text)
  const [first, ...rest] = words.split(/\s+/).map(squash).filter((word) => word !== '')
  if (first === undefined) return true
  for (let start = haystack.indexOf(first); start !== -1; start = haystack.indexOf(first, start + 1)) {
    if (follow(haystack, start + first.length, rest)) return true
  }
  return false
}

const largestGap = 300

function follow(haystack: string, from: number, words: readonly string[]): boolean {
  let end = from
  for (const word of words) {
    const next = haystack.indexOf(word, end)
    if (next === -1 || next - end > largestGap) return false
    end = next + word.length
  }
  return true
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]/gu, '')
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .toLowerCase()
}
