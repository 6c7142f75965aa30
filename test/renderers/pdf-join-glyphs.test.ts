import { describe, expect, it } from 'vitest'
import { readOperations, writeOperations } from '../../pipeline/renderers/pdf/content-operators.ts'
import { joinGlyphs } from '../../pipeline/renderers/pdf/join-glyphs.ts'

// Every glyph of /F1 is half as wide as the type is large.
const fonts = new Map([['/F1', () => 500]])

const cases: { reason: string; written: string; joined: string }[] = [
  {
    reason: 'glyphs that follow one another are one string',
    written: 'BT /F1 10 Tf 1 0 0 -1 0 20 Tm <0001> Tj 4.99999 0 Td <0002> Tj 5.00001 0 Td <0003> Tj ET',
    joined: 'BT /F1 10 Tf 1 0 0 -1 0 20 Tm <000100020003> Tj ET',
  },
  {
    reason: 'a kern stands between two strings',
    written: 'BT /F1 10 Tf <0001> Tj 4.8 0 Td <0002> Tj 5 0 Td <0003> Tj ET',
    joined: 'BT /F1 10 Tf [ <0001> 20 <00020003> ] TJ ET',
  },
  {
    reason: 'what is too far for a kern keeps its own place, counted from the start of its line',
    written: 'BT /F1 10 Tf <0001> Tj 5 0 Td <0002> Tj 30 0 Td <0003> Tj ET',
    joined: 'BT /F1 10 Tf <00010002> Tj 35 0 Td <0003> Tj ET',
  },
  {
    reason: 'what is raised or lowered keeps its own place, and so does what comes after it',
    written: 'BT /F1 10 Tf <0001> Tj 5 0 Td <0002> Tj 1 3 Td <0003> Tj 4 -3 Td <0004> Tj ET',
    joined: 'BT /F1 10 Tf <00010002> Tj 6 3 Td <0003> Tj 4 -3 Td <0004> Tj ET',
  },
  {
    reason: 'a mark in between ends a string',
    written: 'BT /F1 10 Tf <0001> Tj 5 0 Td <0002> Tj EMC /Span <</MCID 1 >>BDC 5 0 Td <0003> Tj 5 0 Td <0004> Tj ET',
    joined: 'BT /F1 10 Tf <00010002> Tj EMC /Span << /MCID 1 >> BDC 10 0 Td <00030004> Tj ET',
  },
  {
    reason: 'errors of widths do not add up',
    written: `BT /F1 10 Tf <0001> Tj${' 4.99995 0 Td <0002> Tj'.repeat(4)} ET`,
    joined: 'BT /F1 10 Tf [ <000100020002> 0.015 <00020002> ] TJ ET',
  },
  {
    reason: 'a font whose widths are not known stays as it is',
    written: 'BT /F2 10 Tf <0001> Tj 5 0 Td <0002> Tj ET',
    joined: 'BT /F2 10 Tf <0001> Tj 5 0 Td <0002> Tj ET',
  },
  {
    reason: 'a new line counts from its own start',
    written: 'BT /F1 10 Tf <0001> Tj 5 0 Td <0002> Tj 1 0 0 -1 0 40 Tm 7 0 Td <0003> Tj ET',
    joined: 'BT /F1 10 Tf <00010002> Tj 1 0 0 -1 0 40 Tm 7 0 Td <0003> Tj ET',
  },
]

describe('glyphs that are joined', () => {
  it.each(cases)('$reason', ({ written, joined }) => {
    expect(writeOperations(joinGlyphs(readOperations(written), fonts)).replaceAll('\n', ' ')).toBe(joined)
  })
})
