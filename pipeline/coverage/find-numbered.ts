/** So many words are compared with a text before the search ends, whatever they say. */
const mostLooks = 50_000

/** Whether this is what may stand behind a word to lead to a note, or to an address at the foot of the paper. */
export function isNoteNumber(letters: string): boolean {
  return /^\d{1,3}$/.test(letters)
}

/** The end of a passage that begins between two places of a text, with nothing but numbers of notes between its words. */
export function findNumbered(text: string, pieces: readonly { letters: string }[], { from, until }: { from: number; until: number }): number | undefined {
  const [first, ...others] = pieces.map(({ letters }) => letters)
  if (first === undefined || others.length === 0) return undefined
  let left = mostLooks
  for (let start = text.indexOf(first, from); start !== -1 && start < until && left > 0; start = text.indexOf(first, start + 1)) {
    let end: number | undefined = start + first.length
    for (const letters of others) {
      left -= 1
      end = endBehindNumber(text, letters, end)
      if (end === undefined) break
    }
    if (end !== undefined) return end
  }
  return undefined
}

function endBehindNumber(text: string, letters: string, from: number): number | undefined {
  const digits = [0, 1, 2, 3].find((count) => text.startsWith(letters, from + count) && (count === 0 || isNoteNumber(text.slice(from, from + count))))
  return digits === undefined ? undefined : from + digits + letters.length
}
