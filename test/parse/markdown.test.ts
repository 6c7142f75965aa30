import { type Arbitrary, array, assert, constantFrom, property } from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { mayHoldAddress, withoutAddresses } from '../../pipeline/parse/body/bare-addresses.ts'
import { blocks, parseProse, prose } from '../../pipeline/parse/body/markdown.ts'
import { plainProse } from '../../pipeline/parse/body/plain-prose.ts'
import { examples } from '../markdown/commonmark-examples.ts'
import { gfmCases } from '../markdown/gfm-cases.ts'

// Fixed, so that equal code gives equal tests.
const settings = { seed: 1843, numRuns: 600 }

function scribble(pieces: readonly string[], maxLength: number): Arbitrary<string> {
  return array(constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''))
}

describe('a text that can hold no bare address', () => {
  const texts = [...examples, ...gfmCases].map(({ markdown }) => markdown).filter((markdown) => !mayHoldAddress(markdown))
  const pieces = ['ferry', 'w', 'ww.x', 'http:', ' ', '\n', '\n\n', '.', '-', '_', '+', '*', '**', '`', '[', ']', '](', ')', '![', '<', '>', '~', '| a |\n| - |\n', '[^1]', '[^1]: ', '- [ ] ', '# ', ':::note\n', '<!--', '-->', 'é', '😀']

  it('is read alike by the parser that looks for none', () => {
    expect(texts.length).toBeGreaterThan(400)
    for (const text of texts) expect(fromMarkdown(text, withoutAddresses(blocks))).toEqual(fromMarkdown(text, blocks))
  })

  it('is read alike, however odd', () => {
    const odd = scribble(pieces, 20).filter((text) => !mayHoldAddress(text))
    expect(() => assert(property(odd, (text) => void expect(fromMarkdown(text, withoutAddresses(blocks))).toEqual(fromMarkdown(text, blocks))), settings)).not.toThrow()
  })

  it.each([
    'ana@example.org', 'www.example.org', 'WWW.example.org', 'https://example.org', 'HTTP://example.org', 'xmpp:ana@example.org',
    'ana&commat;example.org', 'ana\\@example.org', 'www\\.example.org', 'https:\\/\\/example.org', 'https&colon;//example.org',
  ])('is not %s', (address) => {
    expect(JSON.stringify(fromMarkdown(address, blocks))).toContain('"type":"link"')
    expect(mayHoldAddress(address)).toBe(true)
  })
})

describe('a line without a mark', () => {
  const pieces = ['Crane', 'é', 'ﬁ', 'ب', '️', '😀', ' ', '  ', '\t', '\u00a0', '.', '1.', '-', '—', '--', '+', '(', ')', '’', '"', ':', ':::', '::note', '://', 'www', '#', '=', '*', '_', '`', '~~', '&amp;', '\\', '<', '>', '[', ']', '!', '|', '@', '\0']

  it('is read alike without the parser', () => {
    const plain = scribble(pieces, 6).filter((text) => plainProse(text) !== undefined)
    expect(() => assert(property(plain, (text) => void expect(plainProse(text)).toEqual(fromMarkdown(text, prose))), settings)).not.toThrow()
  })

  it.each(['Berths 4 to 9 on Tuesday.', '1. Crane', '- a', 'Crane drivers: “We were heard”, 18:05', 'الميناء'])('is: %s', (text) => {
    expect(plainProse(text)).toEqual(fromMarkdown(text, prose))
  })

  it.each(['a *word*', ' word', 'word ', 'two\tthree', 'www.example.org', 'https://example.org', 'ana@example.org', 'a & b', '<b>', ''])('is not "%s"', (text) => {
    expect(plainProse(text)).toBeUndefined()
    expect(parseProse(text)).toEqual(fromMarkdown(text, prose))
  })
})
