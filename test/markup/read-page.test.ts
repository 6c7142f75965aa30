import { describe, expect, it } from 'vitest'
import { readAddresses, readPage } from '../../pipeline/markup/page/read-page.ts'

const page = (body: string) => ({ path: 'sea/ferry/index.html', mediaType: 'text/html', bytes: new TextEncoder().encode(`<!doctype html><title>Ferry</title><body>${body}`) })

describe('what a reader can read on a page', () => {
  it.each([
    ['a block for a line', '<p>The ferry</p><p>sails.</p>', 'The ferry\nsails.\n'],
    ['a word that is written in several elements', '<p>un<em>believ</em><abbr>able</abbr></p>', 'unbelievable\n'],
    ['what stands for a picture', '<p>A <img src="a.png" alt="dot"> here</p>', 'A dot here\n'],
    ['nothing that is hidden', '<p>Here.</p><div hidden><p>Gone.</p></div><p hidden="until-found">Gone.</p><span hidden="">gone</span>', 'Here.\n'],
    ['nothing that only a program reads', '<p>Here.</p><script>gone()</script><template><p>Gone.</p></template>', 'Here.\n'],
  ])('is %s', async (_, body, text) => {
    expect(await readPage(page(body))).toBe(text)
  })

  it('leads where a reader can follow, and not where a hidden link does', async () => {
    expect(await readAddresses(page('<a href="/quay/">Quay</a><p hidden><a href="/gone/">Gone</a></p><div><a href="/sea/">Sea</a></div>'))).toEqual(['/quay/', '/sea/'])
  })
})
