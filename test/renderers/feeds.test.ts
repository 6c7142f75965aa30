import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { feeds } from '../../pipeline/renderers/feeds/renderer.ts'
import { rfc822 } from '../../pipeline/renderers/feeds/rfc-822.ts'
import { describeEdition } from '../support/describe-edition.ts'
import { describeRenderer } from '../support/describe-renderer.ts'
import { changed, openEditionDesk, textOf, withChange, type DrawnEdition, type EditionDesk } from '../support/edition-desk.ts'
import { openNewsroom } from '../support/newsroom.ts'

const renderer = feeds as Renderer

describeRenderer(feeds, { newsroom: openNewsroom, stories: ['every-node', 'gated', 'corrected'], everyNode: 'every-node', deskWords: ['Agreed with the lighthouse board', 'is on the desk'] })
describeEdition(feeds, { snapshots: ['rss.xml', 'atom.xml', 'feed.json', 'comment/rss.xml'] })

/** A story as a reader of feeds that is none of ours finds it. */
interface Found {
  id: string | undefined
  title: string | undefined
  link: string | undefined
  published: number
  updated: number
  language: string | undefined
  summary: string | undefined
  html: string | undefined
  authors: (string | undefined)[]
}

/** Each form, read by somebody else's parser: feedsmith. */
const readers: Record<string, (text: string) => Found[]> = {
  'rss.xml': (text) => (parseRssFeed(text).items ?? []).map((item) => ({
    id: item.guid?.value, title: item.title, link: item.link, published: Date.parse(item.pubDate ?? ''), updated: Date.parse(item.atom?.updated ?? ''),
    language: item.dc?.languages?.[0], summary: item.description, html: item.content?.encoded, authors: item.dc?.creators ?? [],
  })),
  'atom.xml': (text) => (parseAtomFeed(text).entries ?? []).map((entry) => ({
    id: entry.id, title: textIn(entry.title), link: entry.links?.find(({ rel }) => rel === 'alternate')?.href, published: Date.parse(entry.published ?? ''), updated: Date.parse(entry.updated ?? ''),
    language: undefined, summary: textIn(entry.summary), html: textIn(entry.content), authors: (entry.authors ?? []).map(({ name }) => name),
  })),
  'feed.json': (text) => (parseJsonFeed(JSON.parse(text)).items ?? []).map((item) => ({
    id: item.id, title: item.title, link: item.url, published: Date.parse(item.date_published ?? ''), updated: Date.parse(item.date_modified ?? ''),
    language: item.language, summary: item.summary, html: item.content_html, authors: (item.authors ?? []).map(({ name }) => name),
  })),
}

/** The id under which a feed knows the story at an address. */
function idOf(drawn: DrawnEdition, url: string): string | undefined {
  return readers['feed.json']?.(textOf(drawn, 'feed.json')).find(({ link }) => link === url)?.id
}

function textIn(part: unknown): string | undefined {
  return typeof part === 'string' ? part : (part as { value?: string } | undefined)?.value
}

describe('the feeds', () => {
  let desk: EditionDesk
  let drawn: DrawnEdition
  beforeAll(async () => {
    desk = await openEditionDesk()
    drawn = await desk.draw(renderer)
  })
  afterAll(() => desk.close())

  const storyOf = (slug: string) => {
    const story = desk.edition.stories.find((one) => one.slug === slug)
    if (story === undefined) throw new Error(`There is no ${slug}.`)
    return story
  }

  it.each(Object.entries(readers))('say the same to a reader that is none of ours: %s', (path, read) => {
    const found = read(textOf(drawn, path))
    const expected = [...desk.edition.stories].toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published))
    expect(found.map(({ link }) => link)).toEqual(expected.map(({ url }) => url))
    for (const [index, story] of expected.entries()) {
      expect(found[index]).toMatchObject({ id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/), title: expect.stringContaining(story.headline), published: Date.parse(story.published), authors: story.byline.map(({ name }) => name) })
      expect(found[index]?.summary).toBe(story.standfirst)
      expect(found[index]?.html?.length).toBeGreaterThan(100)
      // feedsmith does not read the language of an Atom entry.
      expect([undefined, story.language]).toContain(found[index]?.language)
    }
  })

  it('are those of everything and of each section that has stories', () => {
    const sections = [...new Set(desk.edition.stories.flatMap(({ section }) => section?.id ?? []))]
    expect(drawn.planned.map(({ path }) => path).toSorted()).toEqual(['', ...sections.map((id) => `${id}/`)].flatMap((folder) => ['atom.xml', 'feed.json', 'rss.xml'].map((name) => folder + name)).toSorted())
    expect(textOf(drawn, 'comment/rss.xml')).toContain('<title>The Harbour Post: Opinion</title>')
  })

  it('know a story by its id when its slug, its section and its headline have changed', async () => {
    const { id } = storyOf('opinion')
    const moved = await desk.draw(renderer, { options: { items: 30, text: 'summary' }, stories: changed('opinion', { id, slug: 'opinion', path: 'city/other', url: 'https://harbourpost.example/city/other/', headline: 'Another headline' }) })
    expect(idOf(moved, 'https://harbourpost.example/city/other/')).toBe(idOf(drawn, storyOf('opinion').url))
    const anotherStory = await desk.draw(renderer, { options: { items: 30, text: 'summary' }, stories: changed('opinion', { id: 'another' }) })
    expect(idOf(anotherStory, storyOf('opinion').url)).not.toBe(idOf(drawn, storyOf('opinion').url))
  })

  it('hold of a gated story what everybody may read, and where the rest is', async () => {
    const article = await desk.newsroom.article('gated')
    const closed = JSON.stringify(article.body.children.at(-1)).match(/"value":"([^"]{30,80})/)?.[1] ?? ''
    expect(closed.length).toBeGreaterThan(20)
    for (const { path } of drawn.planned) expect(textOf(drawn, path)).not.toContain(closed.slice(0, 30))
    expect(readers['feed.json']?.(textOf(drawn, 'feed.json')).find(({ link }) => link === article.url)?.html).toContain('The rest of this story is for subscribers.')
  })

  it('show labels where lists of headlines show them, and corrections with the day on which they were made', () => {
    const found = readers['feed.json']?.(textOf(drawn, 'feed.json')) ?? []
    const of = (slug: string) => found.find(({ link }) => link === storyOf(slug).url)
    expect(of('opinion')?.title).toBe('Opinion: Give the last boat back its lights')
    expect(of('sponsored')?.title).toMatch(/^Sponsored: /)
    const [correction] = storyOf('corrected').corrections
    expect(of('corrected')?.html).toContain(correction?.text.slice(0, 40))
    expect(of('corrected')?.updated).toBeGreaterThanOrEqual(Date.parse(correction?.date ?? ''))
  })

  it('hold the newest only, as many as the newspaper wants, and summaries alone where it wants that', async () => {
    const few = await desk.draw(renderer, { options: { items: 2, text: 'summary' } })
    const found = readers['atom.xml']?.(textOf(few, 'atom.xml')) ?? []
    expect(found.map(({ link }) => link)).toEqual([...desk.edition.stories].toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published)).slice(0, 2).map(({ url }) => url))
    expect(found.map(({ html }) => html)).toEqual([undefined, undefined])
  })

  it('tell of corrections where they are summaries, too, and are refused without them', async () => {
    const summaries = await desk.draw(renderer, { options: { items: 30, text: 'summary' } })
    const corrected = storyOf('corrected')
    for (const [path, read] of Object.entries(readers)) {
      const html = read(textOf(summaries, path)).find(({ link }) => link === corrected.url)?.html
      for (const { text } of corrected.corrections) expect(html).toContain(text.slice(0, 40))
    }
    const [first = ''] = corrected.corrections.map(({ text }) => text.slice(0, 40))
    for (const path of ['rss.xml', 'atom.xml', 'feed.json']) {
      const [judged] = await desk.judge(renderer, withChange(drawn, path, (text) => text.replaceAll(first, 'Nothing was wrong')), {}).then((files) => files.filter((file) => file.path === path))
      expect(judged?.diagnostics.map(({ reason }) => reason).join()).toContain('lacks the correction of')
    }
  })

  it.each([
    ['2026-03-04T18:05:00+01:00', 'Wed, 04 Mar 2026 18:05:00 +0100'],
    ['2026-12-31T23:59:59Z', 'Thu, 31 Dec 2026 23:59:59 +0000'],
    ['2026-01-01T00:30:00-05:30', 'Thu, 01 Jan 2026 00:30:00 -0530'],
  ])('write %s as RSS wants it', (iso, written) => {
    expect(rfc822(iso)).toBe(written)
    expect(Date.parse(written)).toBe(Date.parse(iso))
  })

  it('escape what would end an element, and what XML cannot hold', async () => {
    const odd = 'Salt & <i>brine</i> ]]> "quoted" \u0007'
    const oddFeeds = await desk.draw(renderer, { options: { items: 30, text: 'summary' }, stories: changed('opinion', { headline: odd, standfirst: odd }) })
    for (const path of ['rss.xml', 'atom.xml']) expect(readers[path]?.(textOf(oddFeeds, path)).map(({ title }) => title)).toContain(`Opinion: ${odd.replace('\u0007', '\u{FFFD}')}`)
    expect(readers['feed.json']?.(textOf(oddFeeds, 'feed.json')).map(({ title }) => title)).toContain(`Opinion: ${odd}`)
  })

  it.each([
    ['XML that is not well-formed', 'rss.xml', (feed: string) => feed.replace('</channel>', '')],
    ['a channel without a description', 'rss.xml', (feed: string) => feed.replace(/<description>[^<]*<\/description>/, '')],
    ['a date that RSS does not know', 'rss.xml', (feed: string) => feed.replace(/<pubDate>[^<]*<\/pubDate>/, '<pubDate>2026-11-17T07:05:00Z</pubDate>')],
    ['a guid that would be taken for an address', 'rss.xml', (feed: string) => feed.replace(' isPermaLink="false"', '')],
    ['a guid given twice', 'rss.xml', (feed: string) => feed.replace(/(<guid[^>]*>)[^<]*(<[^]*?<guid[^>]*>)([^<]*)/, '$1$3$2$3')],
    ['a picture of unknown size', 'rss.xml', (feed: string) => feed.replace(/(<enclosure[^>]*) length="\d+"/, '$1')],
    ['an address that leads nowhere from a feed', 'rss.xml', (feed: string) => feed.replace('src="https://harbourpost.example/assets', 'src="../assets')],
    ['a story that is missing', 'rss.xml', (feed: string) => feed.replace(/<item>[^]*?<\/item>/, '')],
    ['a feed that names another as itself', 'rss.xml', (feed: string) => feed.replace('/rss.xml"', '/feed.xml"')],
    ['an entry without an id', 'atom.xml', (feed: string) => feed.replace(/<id>urn[^<]*<\/id>/, '')],
    ['a feed that does not say when it changed', 'atom.xml', (feed: string) => feed.replace(/<updated>[^<]*<\/updated>/, '')],
    ['a date without its zone', 'atom.xml', (feed: string) => feed.replace(/(<entry[^]*?<updated>[^<]*?)(Z|[+-]\d\d:\d\d)(<\/updated>)/, '$1$3')],
    ['content that is said to be text', 'atom.xml', (feed: string) => feed.replace('<content type="html">', '<content>')],
    ['a feed without an author', 'atom.xml', (feed: string) => feed.replace(/<author><name>The Harbour Post<[^]*?<\/author>/, '').replace(/(<entry[^]*?)<author>[^]*?<\/author>/g, '$1')],
    ['a label that is not shown', 'atom.xml', (feed: string) => feed.replaceAll('Opinion: ', '').replaceAll('label="Opinion"', 'label=""').replaceAll('&#x3C;p>&#x3C;strong>Opinion', '')],
    ['another version', 'feed.json', (feed: string) => feed.replace('version/1.1', 'version/1')],
    ['an item without its own address', 'feed.json', (feed: string) => feed.replace(/ {3}"url": "[^"]*",\n/, '')],
    ['a key that JSON Feed does not have', 'feed.json', (feed: string) => feed.replace('"language"', '"lang"')],
    ['two stories in each other’s place', 'feed.json', (feed: string) => JSON.stringify({ ...JSON.parse(feed), items: JSON.parse(feed).items.toReversed() })],
    ['what is no JSON', 'feed.json', (feed: string) => feed.slice(0, -3)],
  ])('are refused for %s: feeds/invalid', async (_, path, damage) => {
    const judged = await desk.judge(renderer, withChange(drawn, path, damage))
    expect(judged.filter(({ diagnostics }) => diagnostics.length > 0).map((file) => file.path)).toEqual([path])
    expect(judged.flatMap(({ diagnostics }) => diagnostics)[0]).toMatchObject({ rule: 'feeds/invalid', severity: 'error', scope: 'format' })
  })
})
