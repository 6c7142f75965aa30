import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { site } from '../../pipeline/renderers/site/renderer.ts'
import { openEditionDesk, withChange, type DrawnEdition, type EditionDesk } from '../support/edition-desk.ts'

const renderer = site as Renderer

/** A page's own policy lets no style in that stands on it. */
function withoutPolicy(page: string): string {
  return page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
}

describe('the authorities of --check full on the pages around the stories', () => {
  let desk: EditionDesk
  let drawn: DrawnEdition
  beforeAll(async () => {
    desk = await openEditionDesk()
    drawn = await desk.draw(renderer)
  })
  afterAll(() => desk.close())

  it.each(['axe-core', 'Nu HTML checker'])('accept all of them: %s', async (name) => {
    expect(await desk.judgeInFull(renderer, name, drawn)).toEqual([])
  })

  it.each([
    ['text that is too pale', 'axe-core', 'index.html', (page: string) => withoutPolicy(page).replace('</main>', '<p style="color: #bbb; background: #fff">Pale</p></main>'), 'site/axe'],
    ['a picture without words, on a page that leads on at once', 'axe-core', 'city/carrow-light/index.html', (page: string) => withoutPolicy(page).replace('</main>', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>'), 'site/axe'],
    ['an attribute that HTML does not have', 'Nu HTML checker', '404.html', (page: string) => page.replace('<main', '<main bogus'), 'site/nu'],
    ['a part without a heading', 'Nu HTML checker', 'index.html', (page: string) => page.replace('</main>', '<section><p>No heading.</p></section></main>'), 'site/nu-advice'],
  ])('say of %s where it is: %s', async (_, name, path, damage, rule) => {
    const damaged = withChange(drawn, path, damage)
    const found = await desk.judgeInFull(renderer, name, { ...damaged, planned: damaged.planned.filter((file) => file.path === path) })
    expect(found.map((one) => one.rule)).toEqual([rule])
    expect(found[0]?.reason).toContain(path)
  })
})
