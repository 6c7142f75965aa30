/** A part of a headline that is never broken, and what stands between it and the next. */
export interface Piece {
  text: string
  /** `space`: a line may end here. `hyphen`: it may, and then shows a hyphen. `joint`: it may, after the mark that is there. */
  after: 'space' | 'hyphen' | 'joint'
}

/** Find where lines of a headline may end: at spaces, at soft hyphens, after a hyphen or dash inside a long word. */
export function breakHeadline(headline: string): Piece[] {
  const words = glued(headline.replace(/\u00ad+/g, '\u00ad').split(/[ \t\n]+/).filter((word) => word !== ''))
  return words.flatMap(piecesOf)
}

/**
 * Punctuation that some languages set apart stays where it belongs: a closing mark or a dash ends the line before it,
 * an opening one begins the line after it.
 */
function glued(words: readonly string[]): string[] {
  const result: string[] = []
  let opening = ''
  for (const word of words) {
    const previous = result.length - 1
    if (/^[«“„‹‘([{¿¡]+$/u.test(word)) opening += `${word}\u00a0`
    else if (/^[^\p{L}\p{N}\p{S}]+$/u.test(word) && previous >= 0 && !opening) result[previous] = `${result[previous]}\u00a0${word}`
    else {
      result.push(opening + word)
      opening = ''
    }
  }
  return opening ? [...result, opening.trim()] : result
}

function piecesOf(word: string): Piece[] {
  const parts = word.split(/(?<=\u00ad)|(?<=[\p{L}\p{N}]{3}[-–—/])(?=[\p{L}\p{N}]{3})/u)
  return parts.map((part, index) => ({
    text: part.replace(/\u00ad$/, ''),
    after: index === parts.length - 1 ? 'space' : part.endsWith('\u00ad') ? 'hyphen' : 'joint',
  }))
}

/** The words of a line, from some pieces of a headline. */
export function joinPieces(pieces: readonly Piece[]): string {
  const last = pieces.length - 1
  return pieces.map(({ text, after }, index) => text + (index < last ? (after === 'space' ? ' ' : '') : after === 'hyphen' ? '-' : '')).join('')
}
