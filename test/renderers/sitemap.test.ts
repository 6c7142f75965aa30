import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EditionStory } from '../../pipeline/ast/edition.ts'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { newsLanguage } from '../../pipeline/renderers/sitemap/news-language.ts'
import { sitemap } from '../../pipeline/renderers/sitemap/renderer.ts'
import { describeEdition } from '../support/describe-edition.ts'
import { changed, openEditionDesk, textOf, withChange, type DrawnEdition, type EditionChanges, type EditionDesk } from '../support/edition-desk.ts'

const renderer = sitemap as Renderer

describeEdition(sitemap, { snapshots: ['sitemap.xml', 'sitemap-1.xml', 'robots.txt'] })

/** The day after the newest story of the fixtures. */
const nextDay: EditionChanges = { now: Date.parse('2026-11-18T07:00:00Z') }

/** So many stories, a minute apart. */
function many(count: number): NonNullable<EditionChanges['stories']> {
  return ([first]) => Array.from({ length: count }, (_, index): EditionStory => {
    if (first === undefined) throw new Error('There is no story.')
    const [slug, published] = [`story-${index}`, new Date(Date.parse('2026-11-18T00:00:00Z') - index * 60_000).toISOString()]
    const url = `https://harbourpost.example/sea/${slug}/`
    return { ...first, slug, id: slug, path: `sea/${slug}`, url, canonical: url, published, updated: published, corrections: [] }
  })
}

function addresses(drawn: DrawnEdition, path: string): string[] {
  return [...textOf(drawn, path).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address)
}

const paths = ({ planned }: DrawnEdition) => planned.map(({ path }) => path)

describe('the sitemaps', () => {
  let desk: EditionDesk
  let drawn: DrawnEdition
  beforeAll(async () => {
    desk = await openEditionDesk()
    drawn = await desk.draw(renderer, nextDay)
  })
  afterAll(() => desk.close())

  it('name the front page, the sections and every story whose address search engines are to keep', () => {
    const own = desk.edition.stories.filter(({ url, canonical }) => url === canonical)
    expect(own.length).toBeLessThan(desk.edition.stories.length)
    expect(addresses(drawn, 'sitemap-1.xml').toSorted()).toEqual(['https://harbourpost.example/', ...['city', 'comment', 'sea', 'world'].map((id) => `https://harbourpost.example/${id}/`), ...own.map(({ url }) => url)].toSorted())
  })

  it('tell news of the last two days by the moment of the run, without paid content', async () => {
    expect(addresses(drawn, 'sitemap-news.xml')).toEqual(['https://harbourpost.example/city/two-sentences/'])
    const paid = await desk.draw(renderer, { ...nextDay, stories: changed('two-sentences', { commercial: 'paid' }) })
    expect(paths(paid)).not.toContain('sitemap-news.xml')
  })

  it('change with the moment of the run when a story passes the line, and at no other time', async () => {
    const atNoon = await desk.draw(renderer, { now: Date.parse('2026-11-18T12:00:00Z') })
    expect(atNoon.artifacts).toEqual(drawn.artifacts)
    const [before, after] = [await desk.draw(renderer, { now: Date.parse('2026-11-19T07:04:59Z') }), await desk.draw(renderer, { now: Date.parse('2026-11-19T07:05:00Z') })]
    expect([paths(before).includes('sitemap-news.xml'), paths(after).includes('sitemap-news.xml')]).toEqual([true, false])
  })

  it('hold 50,000 addresses and 1,000 news stories at most, and the index and robots.txt name each of them', async () => {
    const changes = { now: Date.parse('2026-11-18T00:01:00Z'), stories: many(49_500) }
    const large = await desk.draw(renderer, changes)
    expect(paths(large)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-news.xml', 'sitemap-news-2.xml', 'sitemap-news-3.xml', 'robots.txt'])
    expect(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-news.xml', 'sitemap-news-3.xml'].map((path) => addresses(large, path).length)).toEqual([49_002, 500, 1000, 879])
    expect(addresses(large, 'sitemap.xml')).toEqual(paths(large).slice(1, -1).map((path) => `https://harbourpost.example/${path}`))
    expect(textOf(large, 'robots.txt').match(/Sitemap: .*/g)).toEqual(['sitemap.xml', 'sitemap-news.xml', 'sitemap-news-2.xml', 'sitemap-news-3.xml'].map((path) => `Sitemap: https://harbourpost.example/${path}`))
    expect((await desk.judge(renderer, large, changes)).flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  })

  it('keep robots away that the newspaper does not want', async () => {
    const { artifacts } = await desk.draw(renderer, { options: { block: ['GPTBot', 'CCBot'] } })
    expect(textOf({ artifacts }, 'robots.txt')).toMatch(/^User-agent: GPTBot\nUser-agent: CCBot\nDisallow: \/\n\nUser-agent: \*\nDisallow:\n/)
    expect(renderer.options.safeParse({ block: ['Bad Bot\nAllow: /'] }).success).toBe(false)
  })

  it('lead nobody to complete copies of gated stories', () => {
    for (const path of paths(drawn)) expect(textOf(drawn, path)).not.toContain('private')
  })

  it.each([['en-GB', 'en'], ['pt-BR', 'pt'], ['zh-Hant', 'zh-tw'], ['zh-CN', 'zh-cn'], ['fil', 'fil']])('call %s as Google News does', (tag, code) => {
    expect(newsLanguage(tag)).toBe(code)
  })

  it.each([
    ['XML that is not well-formed', 'sitemap-1.xml', (text: string) => text.replace('</urlset>', ''), 'sitemap/invalid'],
    ['another namespace', 'sitemap-1.xml', (text: string) => text.replace('sitemap/0.9', 'sitemap/0.84'), 'sitemap/invalid'],
    ['the address of a stranger', 'sitemap-1.xml', (text: string) => text.replace('https://harbourpost.example/city/', 'https://stranger.example/city/'), 'sitemap/invalid'],
    ['an address named twice', 'sitemap-1.xml', (text: string) => text.replace(/(<url>.*<\/url>)/, '$1$1'), 'sitemap/invalid'],
    ['a date without its zone', 'sitemap-1.xml', (text: string) => text.replace(/<lastmod>[^<]*</, '<lastmod>2026-11-17 07:05<'), 'sitemap/invalid'],
    ['another date than the story’s', 'sitemap-1.xml', (text: string) => text.replace(/<lastmod>[^<]*</, '<lastmod>2020-01-01T00:00:00Z<'), 'sitemap/invalid'],
    ['a story that is missing', 'sitemap-1.xml', (text: string) => text.replace(/<url><loc>[^<]*opinion[^\n]*\n/, ''), 'teaser-lost'],
    ['a title that is not the headline', 'sitemap-news.xml', (text: string) => text.replace(/<news:title>/, '<news:title>Breaking: '), 'sitemap/invalid'],
    ['a name that is not the newspaper’s', 'sitemap-news.xml', (text: string) => text.replace(/<news:name>/, '<news:name>www.'), 'sitemap/invalid'],
    ['an index that names what is not there', 'sitemap.xml', (text: string) => text.replace('sitemap-1.xml', 'sitemap-7.xml'), 'sitemap/invalid'],
    ['no entry at all', 'sitemap.xml', (text: string) => text.replaceAll(/<sitemap>.*<\/sitemap>/g, ''), 'sitemap/invalid'],
    ['a line that no robot knows', 'robots.txt', (text: string) => `${text}Please: stay away\n`, 'sitemap/invalid'],
    ['a robots.txt for nobody', 'robots.txt', (text: string) => text.replace('User-agent: *', 'User-agent: Nobody'), 'sitemap/invalid'],
    ['a sitemap of somebody else', 'robots.txt', (text: string) => text.replace('Sitemap: https://harbourpost', 'Sitemap: https://stranger'), 'sitemap/invalid'],
  ])('are refused for %s', async (_, path, damage, rule) => {
    const judged = await desk.judge(renderer, withChange(drawn, path, damage), nextDay)
    expect(judged.filter(({ diagnostics }) => diagnostics.length > 0).map((file) => file.path)).toEqual([path])
    expect(judged.flatMap(({ diagnostics }) => diagnostics)[0]).toMatchObject({ rule, severity: 'error', scope: 'format' })
  })
})
