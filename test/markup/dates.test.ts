import { describe, expect, it } from 'vitest'
import { formatDay, formatMoment } from '../../pipeline/markup/format-date.ts'
import { languages } from '../../pipeline/markup/languages/index.ts'
import { wordsFor } from '../../pipeline/markup/words.ts'

describe('dates', () => {
  it.each([
    ['en-GB', '1 March 2026, 18:05'],
    ['en', '1 March 2026, 18:05'],
    ['en-US', 'March 1, 2026, 6:05 p.m.'],
    ['es-MX', '1 de marzo de 2026, 18:05'],
    ['pt-PT', '1 de março de 2026, 18:05'],
    ['pt-BR', '1 de março de 2026 às 18h05'],
    ['fr', '1er mars 2026 à 18h05'],
    ['de-AT', '1. März 2026, 18:05 Uhr'],
    ['it', '1º marzo 2026, 18:05'],
    ['nl', '1 maart 2026, 18.05 uur'],
    ['pl', '1 marca 2026, 18:05'],
    ['ar', '1 مارس 2026، 18:05'],
  ])('are written out in %s', (language, text) => {
    expect(formatMoment('2026-03-01T18:05:00+00:00', language, 'Europe/London').text).toBe(text)
  })

  it.each([
    ['2026-03-29T00:30:00Z', 'Europe/London', '29 March 2026, 00:30'],
    ['2026-03-29T01:30:00Z', 'Europe/London', '29 March 2026, 02:30'],
    ['2026-12-31T23:30:00Z', 'Asia/Kathmandu', '1 January 2027, 05:15'],
    ['2026-01-01T00:00:00Z', 'America/St_Johns', '31 December 2025, 20:30'],
  ])('are told in the zone of the publication: %s in %s', (iso, zone, text) => {
    expect(formatMoment(iso, 'en', zone)).toEqual({ iso, text })
  })

  it('of a language without a table are still dates', () => {
    expect(formatDay('2026-03-04T12:00:00Z', 'sv', 'Europe/Stockholm').text).toBe('4 mars 2026')
  })

  it('have twelve months in every language', () => {
    for (const { day } of languages.values()) {
      const months = Array.from({ length: 12 }, (_, index) => day({ year: 2026, month: index + 1, day: 2, hour: 0, minute: 0 }))
      expect(new Set(months).size).toBe(12)
    }
  })
})

describe('furniture words', () => {
  it.each([
    ['pt-BR', 'Leia mais'],
    ['pt-AO', 'Ler mais'],
    ['DE-ch', 'Mehr zum Thema'],
    ['fi', 'Read more'],
  ])('of %s: %s', (language, words) => {
    expect(wordsFor(language).readMore).toBe(words)
  })

  it('are all there in every language', () => {
    for (const { words } of languages.values()) expect(JSON.stringify(words)).not.toContain('""')
  })
})
