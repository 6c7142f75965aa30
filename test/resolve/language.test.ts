import { describe, expect, it } from 'vitest'
import { directionOf, languageTag } from '../../pipeline/resolve/language.ts'

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['en-gb', 'en-GB'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['mwl', 'mwl'],
    ['es-419', 'es-419'],
  ])('is a BCP 47 tag: %s', (written, tag) => expect(languageTag(written)).toBe(tag))

  it.each(['', 'english', 'en_GB', 'xx', 'en-', 'portuguese-BR', 'e'])('is not %o', (written) => expect(languageTag(written)).toBeUndefined())
})

describe('the direction of a language', () => {
  it.each(['ar', 'he', 'fa-IR', 'ur', 'ps', 'dv', 'az-Arab', 'yi', 'ckb'])('is right to left for %s', (tag) => expect(directionOf(tag)).toBe('rtl'))
  it.each(['en', 'tr', 'az', 'ku', 'ur-Latn', 'zh', 'hi', 'und'])('is left to right for %s', (tag) => expect(directionOf(tag)).toBe('ltr'))
})
