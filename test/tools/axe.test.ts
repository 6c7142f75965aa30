import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Artifact, Renderer } from '../../pipeline/contract/renderer.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { axeCheck } from '../../pipeline/tools/axe/axe-check.ts'
import { openAxe, type AxeFinding } from '../../pipeline/tools/axe/axe-judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

/** A page's own policy lets no style in that stands on it. */
function withoutPolicy(page: string): string {
  const bare = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
  expect(bare).not.toBe(page)
  return bare
}

describe('axe-core, in light and dark, at 360 and 1440 pixels', () => {
  const axe = openAxe()
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await openNewsroom()
  })
  afterAll(async () => {
    await axe.close()
    await newsroom.close()
  })

  /** What axe says of the public page of a story, after a change. */
  async function judge<Options>(renderer: Renderer<Options>, slug: string, change: (page: string) => string = (same) => same): Promise<AxeFinding[]> {
    const { artifacts, assets } = await newsroom.draw(renderer as Renderer, await newsroom.article(slug))
    const page: Artifact | undefined = artifacts.find(({ path }) => !path.startsWith('private/'))
    if (page === undefined) throw new Error(`${slug} has no page.`)
    const changed = change(new TextDecoder().decode(page.bytes))
    return axe.judge({ path: page.path, html: new TextEncoder().encode(changed), file: async (path) => assets.get(path) })
  }

  it.each(['every-node', 'arabic', 'corrected', 'gated', 'live', 'long-words', 'opinion', 'sponsored', 'two-sentences'])('accepts both pages of %s: html/axe and amp/axe are silent', async (slug) => {
    expect([...(await judge(html, slug)), ...(await judge(amp, slug))]).toEqual([])
  })

  it.each([
    ['text that is too pale', '<p style="color: #bbb; background: #fff">Pale</p>', 'color-contrast', '360 px light, 360 px dark, 1440 px light, 1440 px dark'],
    ['text that is too pale in the dark only', '<style>.dim { background: #fff; color: #000 } @media (prefers-color-scheme: dark) { .dim { color: #ccc } }</style><p class="dim">Dim</p>', 'color-contrast', '360 px dark, 1440 px dark'],
    ['text that is too pale on phones only', '<style>.dim { background: #fff; color: #000 } @media (width < 400px) { .dim { color: #ccc } }</style><p class="dim">Dim</p>', 'color-contrast', '360 px light, 360 px dark'],
    ['a picture without words', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', 'image-alt', '360 px light, 360 px dark, 1440 px light, 1440 px dark'],
    ['targets that a finger cannot tell apart', '<div><button style="width:8px;height:8px;padding:0;border:0">a</button><button style="width:8px;height:8px;padding:0;border:0">b</button></div>', 'target-size', '360 px light, 360 px dark, 1440 px light, 1440 px dark'],
  ])('refuses %s', async (_, markup, rule, views) => {
    const found = await judge(html, 'two-sentences', (page) => withoutPolicy(page).replace('</main>', `${markup}</main>`))
    expect(found.find((finding) => finding.rule === rule)).toMatchObject({ views })
  })

  it('is on record with the browser that it judges in', async () => {
    expect(await axeCheck('html/axe').version()).toEqual({ version: expect.stringMatching(/^4\.\d+\.\d+, Chromium \S+ \((named|puppeteer|bundled|system)\)$/) })
  })

  it('sees an AMP page as readers do, though AMP’s program is not there to show it', async () => {
    const found = await judge(amp, 'two-sentences', (page) => page.replace('</main>', '<p style="color: #bbb; background: #fff">Pale</p></main>'))
    expect(found.map(({ rule }) => rule)).toContain('color-contrast')
  })
})
