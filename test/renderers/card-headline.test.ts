import { describe, expect, it } from 'vitest'
import { breakHeadline, joinPieces } from '../../pipeline/renderers/card/break-headline.ts'
import { fitHeadline, type FittedHeadline, type Room } from '../../pipeline/renderers/card/fit-headline.ts'

describe('a headline may be broken', () => {
  const cases: [reason: string, headline: string, pieces: string[]][] = [
    ['at spaces, however many', 'Port  workers\nvote', ['Port', 'workers', 'vote']],
    ['not at a space that holds words together', 'Quai n°\u00a07', ['Quai', 'n°\u00a07']],
    ['after a hyphen inside a long word', 'Nord-Ostsee-Kanal', ['Nord-', 'Ostsee-', 'Kanal']],
    ['not inside a short one', 'An e-mail', ['An', 'e-mail']],
    ['not before a mark that its language sets apart', 'Qui paie ? Le port !', ['Qui', 'paie\u00a0?', 'Le', 'port\u00a0!']],
    ['after a dash, not before it', 'Port – the end', ['Port\u00a0–', 'the', 'end']],
    ['not after an opening quotation mark', '« Oui » dit le port', ['«\u00a0Oui\u00a0»', 'dit', 'le', 'port']],
    ['where the desk allows it in a word', 'Hafen\u00adarbeiter', ['Hafen', 'arbeiter']],
  ]

  it.each(cases)('%s', (_reason, headline, pieces) => {
    expect(breakHeadline(headline).map(({ text }) => text)).toEqual(pieces)
  })

  it('and shows a hyphen only where it was broken in a word', () => {
    const pieces = breakHeadline('Hafen\u00adarbeiter streiken')
    expect(joinPieces(pieces)).toBe('Hafenarbeiter streiken')
    expect(joinPieces(pieces.slice(0, 1))).toBe('Hafen-')
  })
})

describe('a headline is set', () => {
  const room: Room = { width: 1000, height: 300, maxLines: 3, largest: 80, legible: 40, smallest: 30, lineHeight: 1.1 }
  // Every letter half an em wide: 25 letters a line at 80 pixels.
  const set = (headline: string, change: Partial<Room> = {}): FittedHeadline => {
    const pieces = breakHeadline(headline).map((piece) => ({ ...piece, width: piece.text.length / 2 }))
    return fitHeadline(pieces, { space: 0.25, hyphen: 0.3, ellipsis: 0.9 }, { ...room, ...change })
  }

  it('at the largest size where it is short', () => {
    expect(set('Budget passes')).toEqual({ size: 80, lines: ['Budget passes'] })
  })

  it('in lines of like length, not with one word left over', () => {
    const { lines } = set('Harbour workers accept the deal today')
    expect(lines).toEqual(['Harbour workers', 'accept the deal today'])
  })

  it('so that no line ends on a little word where another break is as good', () => {
    expect(set('Council to close the old harbour pool').lines).toEqual(['Council to close', 'the old harbour pool'])
  })

  it('smaller before it takes a line more than it may', () => {
    const { lines, size } = set(words(14))
    expect(lines).toHaveLength(3)
    expect(size).toBeLessThan(80)
    expect(size).toBeGreaterThanOrEqual(40)
  })

  it('in two lines more, and smaller still, before anything is cut', () => {
    const { lines, size, left } = set(words(36))
    expect(lines.length).toBeGreaterThan(3)
    expect(size).toBeLessThan(40)
    expect(left).toBeUndefined()
    expect(lines.join(' ')).toBe(words(36))
  })

  it('and cut at a word, with an ellipsis, only where nothing else is left', () => {
    const { lines, size, left } = set(words(200))
    expect(size).toBe(30)
    expect(lines.at(-1)).toMatch(/word\d+…$/)
    expect(`${lines.join(' ').replace('…', '')} ${left}`).toBe(words(200))
  })

  it('with a word that no line can hold broken, and all of it kept', () => {
    const { lines, left } = set('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf', { width: 400 })
    expect(left).toBeUndefined()
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).toBe('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf')
  })

  it('never higher than its room', () => {
    for (const count of [1, 5, 9, 14, 20, 30, 60]) {
      const { lines, size } = set(words(count), { height: 120 })
      expect(lines.length * Math.round(size * 1.1)).toBeLessThanOrEqual(120)
    }
  })
})

function words(count: number): string {
  return Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
}
