import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { kills } from '../../pipeline/renderers/kills/renderer.ts'
import { describeEdition } from '../support/describe-edition.ts'
import { killed } from '../support/killed-story.ts'
import { openEditionDesk, textOf, withChange, type DrawnEdition, type EditionDesk } from '../support/edition-desk.ts'

const renderer = kills as Renderer

describeEdition(kills, { snapshots: ['kills.json', 'kills-nginx.conf', 'kills-apache.conf'] })

describe('what is left of a killed story', () => {
  let desk: EditionDesk
  let drawn: DrawnEdition
  beforeAll(async () => {
    desk = await openEditionDesk()
    drawn = await desk.draw(renderer, { killed: [killed] })
  })
  afterAll(() => desk.close())

  it('is a page in the place of each of its pages, a list and two server maps, accepted by their judges', async () => {
    expect(drawn.planned.map(({ path }) => path)).toEqual(['kills.json', 'kills-nginx.conf', 'kills-apache.conf', 'labour/pilots-exam/index.html', 'labour/pilots-exam/amp/index.html'])
    const judged = await desk.judge(renderer, drawn, { killed: [killed] })
    expect(judged.flatMap(({ diagnostics }) => diagnostics.map(({ reason }) => reason))).toEqual([])
    expect(judged.flatMap(({ checks }) => checks.map(({ verdict }) => verdict))).not.toContain('not-checked')
  })

  it.each(['labour/pilots-exam/index.html', 'labour/pilots-exam/amp/index.html'])('says why in the words of the newspaper, in their language, and asks to be forgotten: %s', (path) => {
    const page = textOf(drawn, path)
    expect(page).toContain('<h1 class="site-title">This article has been withdrawn.</h1>')
    expect(page).toContain('lang="es" dir="ltr">No podemos mantener lo que dijimos de “la prueba” &#x26; de los prácticos.</p>')
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toContain('<time datetime="2026-11-03T09:00:00Z">3 November 2026</time>')
  })

  it('is known to clients by all its names', () => {
    const [entry] = JSON.parse(textOf(drawn, 'kills.json')).killed
    expect(entry).toMatchObject({ slug: 'pilots-exam', id: 'pilots', url: killed.url, date: '2026-11-03T09:00:00Z', reason: killed.retraction?.text })
    expect(entry.uuid).toMatch(/^urn:uuid:[\da-f-]{36}$/)
    expect(entry.addresses).toEqual([...killed.files.map(({ url }) => url), 'https://harbourpost.example/old/pilots/'])
  })

  it.each<[string, string, (text: string) => string]>([
    ['a list that forgets an address', 'kills.json', (text) => text.replace(/,\s*"https:\/\/harbourpost\.example\/old\/pilots\/"/, '')],
    ['a list that kills another story', 'kills.json', (text) => text.replace('"pilots-exam"', '"every-node"')],
    ['a list that is none', 'kills.json', () => '{"version": 2}'],
    ['a map that forgets an earlier address', 'kills-nginx.conf', (text) => text.replace(/.*old\/pilots.*\n/, '')],
    ['a map that takes a neighbour along', 'kills-nginx.conf', (text) => text.replaceAll('(?:/|$)', '')],
    ['rules that take the front page along', 'kills-apache.conf', (text) => text.replace('"^/old/pilots(?:/|$)"', '"^/(?:old/pilots)?"')],
    ['a page that search engines keep', 'labour/pilots-exam/index.html', (text) => text.replace('content="noindex"', 'content="index"')],
    ['a page that does not say why', 'labour/pilots-exam/amp/index.html', (text) => text.replace('No podemos', 'Podemos')],
    ['a page that is not valid', 'labour/pilots-exam/index.html', (text) => text.replace('<h1 ', '<h1 id="notice" ')],
    ['an AMP page that is not valid', 'labour/pilots-exam/amp/index.html', (text) => text.replace('</main>', '<script>alert(1)</script></main>')],
  ])('is refused: %s', async (_, path, change) => {
    const damaged = withChange(drawn, path, change)
    const judged = await desk.judge(renderer, damaged, { killed: [killed] })
    expect(judged.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toContain('kills/invalid')
  })
})
