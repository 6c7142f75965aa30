import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { kills } from '../../pipeline/renderers/kills/renderer.ts'
import { killed } from '../support/killed-story.ts'
import { openEditionDesk, withChange, type DrawnEdition, type EditionDesk } from '../support/edition-desk.ts'

const renderer = kills as Renderer
const page = 'labour/pilots-exam/index.html'

describe('the authorities of --check full on the pages in the place of killed stories', () => {
  let desk: EditionDesk
  let drawn: DrawnEdition
  beforeAll(async () => {
    desk = await openEditionDesk()
    const all = await desk.draw(renderer, { killed: [killed] })
    drawn = { ...all, planned: all.planned.filter(({ mediaType }) => mediaType === 'text/html') }
  })
  afterAll(() => desk.close())

  it.each(['axe-core', 'Nu HTML checker'])('accept all of them: %s', async (name) => {
    expect(await desk.judgeInFull(renderer, name, drawn)).toEqual([])
  })

  it.each([
    ['text that is too pale', 'axe-core', (text: string) => text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '').replace('</main>', '<p style="color: #bbb; background: #fff">Pale</p></main>'), 'kills/axe'],
    ['an attribute that HTML does not have', 'Nu HTML checker', (text: string) => text.replace('<main', '<main bogus'), 'kills/nu'],
    ['a part without a heading', 'Nu HTML checker', (text: string) => text.replace('</main>', '<section><p>No heading.</p></section></main>'), 'kills/nu-advice'],
  ])('say of %s where it is: %s', async (_, name, damage, rule) => {
    const damaged = withChange(drawn, page, damage)
    const found = await desk.judgeInFull(renderer, name, { ...damaged, planned: damaged.planned.filter(({ path }) => path === page) })
    expect(found.map((one) => one.rule)).toEqual([rule])
  })
})
