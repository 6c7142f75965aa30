import { beforeAll, describe, expect, it } from 'vitest'
import { fetchAmpValidator } from '../../pipeline/tools/amp/fetch-amp-validator.ts'
import { checkBooks } from '../../pipeline/tools/epubcheck/epubcheck.ts'
import { bodyOfBook, bodyOfPage } from './body-of.ts'
import { gfmCases } from './gfm-cases.ts'
import { faultsOf } from './judge-pressed.ts'
import { openPress, type Press, type Pressed } from './press-example.ts'
import { lostWords, skeletonOf } from './skeleton.ts'

// The specification of GFM is not in the registry, so each rule of its five extensions has cases of ours.
describe('GitHub Flavored Markdown 0.29', () => {
  let press: Press
  const pressed: Pressed[] = []

  beforeAll(async () => {
    await fetchAmpValidator()
    press = await openPress()
  })

  it.each(gfmCases)('§$section: $rule', async ({ markdown, html, warns = [] }) => {
    const made = await press.press(markdown)
    pressed.push(made)
    const bodies = [bodyOfPage(made.html), bodyOfPage(made.amp), bodyOfBook(made.epub)]
    expect(bodies.map(skeletonOf)).toEqual(bodies.map(() => skeletonOf(html)))
    expect(lostWords(html, bodies)).toEqual([])
    expect(await faultsOf(made)).toEqual([])
    expect(made.refusedBy).toEqual([])
    expect(made.warnedBy).toEqual(warns)
  })

  it('makes one book, one page and one AMP page that their authorities accept', async () => {
    expect(pressed).toHaveLength(gfmCases.length)
    const all = await press.bind(pressed.map(({ article }) => article))
    expect(await faultsOf(all)).toEqual([])
    const findings = await checkBooks([{ path: 'all.epub', bytes: all.epub.bytes }], new AbortController().signal)
    expect(findings).toEqual([[]])
  })
})
