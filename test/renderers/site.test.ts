import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { site } from '../../pipeline/renderers/site/renderer.ts'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { describeEdition } from '../support/describe-edition.ts'
import { changed, openEditionDesk, textOf, withChange, type DrawnEdition, type EditionDesk } from '../support/edition-desk.ts'

const renderer = site as Renderer

describeEdition(site, { snapshots: ['index.html', 'sea/index.html', '404.html', 'city/carrow-light/index.html'] })

function shownOn({ planned }: DrawnEdition, path: string): string[] | undefined {
  return planned.find((file) => file.path === path)?.shows.map(({ slug }) => slug)
}

describe('the pages around the stories', () => {
  let desk: EditionDesk
  let drawn: DrawnEdition
  beforeAll(async () => {
    desk = await openEditionDesk()
    drawn = await desk.draw(renderer)
  })
  afterAll(() => desk.close())

  it('begin with what the publication puts in front', () => {
    expect(shownOn(drawn, 'index.html')?.[0]).toBe('every-node')
  })

  it('never let paid content lead the front page, or a block that has news, unless it is put in front by name', async () => {
    const newest = { published: '2026-11-23T11:00:00Z' }
    const drawnWith = await desk.draw(renderer, { stories: changed('sponsored', newest), publication: { front: [] } })
    expect(shownOn(drawnWith, 'index.html')?.[0]).not.toBe('sponsored')
    const asked = await desk.draw(renderer, { stories: changed('sponsored', newest), publication: { front: ['sponsored'] } })
    expect(shownOn(asked, 'index.html')?.[0]).toBe('sponsored')
  })

  it('name a section where it has stories, and nowhere else', () => {
    const used = new Set(desk.edition.stories.map(({ section }) => section?.id))
    const named = [...textOf(drawn, 'index.html').matchAll(/<li><a href="([^"]+)\/index\.html"/g)].map(([, id]) => id)
    expect(named).toEqual(desk.edition.publication.sections.map(({ id }) => id).filter((id) => used.has(id)))
    expect(drawn.planned.filter(({ rel }) => rel === 'section').map(({ path }) => path)).toEqual(named.map((id) => `${id}/index.html`))
  })

  it('lead on from every earlier address of a story, at once and for search engines', () => {
    const page = textOf(drawn, 'city/carrow-light/index.html')
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=https://harbourpost.example/sea/every-node/">')
    expect(page).toContain('<link rel="canonical" href="https://islandreview.example/carrow-light">')
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toContain('href="../../sea/every-node/index.html"')
  })

  it('leave an earlier address to the story that has it now: site/old-address-taken', async () => {
    const { planned, found } = await desk.draw(renderer, { stories: changed('opinion', { formerly: ['sea/every-node', 'sea'] }) })
    expect(planned.filter(({ rel }) => rel === 'redirect').map(({ path }) => path).toSorted()).toEqual(['city/carrow-light/index.html', 'sea/the-last-night/index.html'])
    expect(found.map(({ rule, file, reason }) => `${rule} ${file}: ${reason}`)).toEqual([
      'site/old-address-taken articles/opinion.md: The earlier address "sea/every-node" of this story is that of articles/every-node.md, so nothing leads on from there.',
      'site/old-address-taken articles/opinion.md: The earlier address "sea" of this story is that of the section “Sea & Science”, so nothing leads on from there.',
    ])
  })

  it('are named from the root of the server on the page that is served at any address', async () => {
    const { artifacts } = await desk.draw(renderer, { publication: { url: 'https://harbourpost.example/paper' } })
    const hrefs = [...textOf({ artifacts }, '404.html').matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map(([, href = '']) => href)
    expect(hrefs.length).toBeGreaterThan(5)
    expect(hrefs.filter((href) => !href.startsWith('/paper/'))).toEqual([])
  })

  it('mark what is in another language as that', () => {
    expect(textOf(drawn, 'index.html')).toMatch(/<article class="teaser [^"]*" lang="ar" dir="rtl">/)
  })

  it.each([
    ['a headline that fell out', 'index.html', (page: string) => page.replace(/(<h2 class="teaser-headline"><a [^>]*>)[^<]+/, '$1Other words'), 'teaser-lost'],
    ['a link that leads elsewhere', 'index.html', (page: string) => page.replaceAll('sea/every-node/index.html', 'sea/elsewhere/index.html'), 'teaser-lost'],
    ['paid content without its label', 'index.html', (page: string) => page.replace(/<strong class="label label-sponsored">[^<]+<\/strong>/, ''), 'teaser-lost'],
    ['a picture without alternative text', 'index.html', (page: string) => page.replace(/(<img [^>]*?) alt="[^"]*"/, '$1'), 'site/invalid'],
    ['an id given twice', '404.html', (page: string) => page.replace('<main ', '<p id="stories">Again</p><main '), 'site/invalid'],
    ['a list that leaves a story out', 'index.html', (page: string) => page.replace(/\{"@type":"ListItem","position":1,[^}]+\},/, ''), 'site/json-ld'],
    ['a type that schema.org does not have', 'sea/index.html', (page: string) => page.replace('"CollectionPage"', '"CollectedPage"'), 'site/json-ld'],
    ['no structured data', 'sea/index.html', (page: string) => page.replace(/<script .*<\/script>/, ''), 'site/json-ld'],
  ])('are refused for %s', async (_, path, damage, rule) => {
    const judged = await desk.judge(renderer, withChange(drawn, path, damage))
    expect(judged.filter(({ diagnostics }) => diagnostics.length > 0).map((file) => file.path)).toEqual([path])
    expect(judged.flatMap(({ diagnostics }) => diagnostics)).toContainEqual(expect.objectContaining({ rule, severity: 'error', scope: 'format' }))
  })
})
