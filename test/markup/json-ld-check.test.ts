import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact, Renderer } from '../../pipeline/contract/renderer.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { judge } from '../support/judge.ts'
import { judgeInFull } from '../support/judge-in-full.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

let newsroom: TestNewsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

type Change = (page: string, path: string) => string

/** What is said of a story's pages after a change. */
async function judgements<Options>(renderer: Renderer<Options>, slug: string, change: Change = (same) => same, changes: Partial<Article> = {}): Promise<Diagnostic[]> {
  const article = { ...(await newsroom.article(slug)), ...changes }
  const { artifacts } = await newsroom.draw(renderer as Renderer, article)
  const changed = artifacts.map((artifact: Artifact) => ({ ...artifact, bytes: new TextEncoder().encode(change(new TextDecoder().decode(artifact.bytes), artifact.path)) }))
  return judge(renderer, changed, article, newsroom.newsroom.publication)
}

/** What is said of their structured data: the property and what is wrong. */
async function judged<Options>(renderer: Renderer<Options>, slug: string, change?: Change, changes?: Partial<Article>): Promise<string[]> {
  const found = await judgements(renderer, slug, change, changes)
  return found.filter(({ rule }) => rule.includes('/json-ld')).map(({ reason }) => reason)
}

/** What is said of the pictures that the page of a story names, after a change of the page or of the files. */
const pictures = async (change: (page: string) => string = (same) => same, files: (assets: Map<string, Uint8Array>) => void = () => undefined) => {
  const article = await newsroom.article('every-node')
  const { artifacts, assets } = await newsroom.draw(html as Renderer, article)
  files(assets)
  const bytes = new TextEncoder().encode(change(new TextDecoder().decode(artifacts[0]?.bytes)))
  return (await judgeInFull(html, 'JSON-LD pictures', [bytes], article, newsroom.newsroom.publication, async (path) => assets.get(path))).map(({ reason }) => reason)
}

/** Damages the square picture. */
function withoutSquare(assets: Map<string, Uint8Array>): void {
  for (const path of assets.keys()) if (path.includes('600x600')) assets.set(path, new Uint8Array([1]))
}

/** A change of the complete copy of a gated story. */
function onlyPrivate(change: (page: string) => string) {
  return (page: string, path: string) => (path.startsWith('private/') ? change(page) : page)
}

describe('the structured data of a page', () => {
  it.each(['every-node', 'arabic', 'corrected', 'gated', 'live', 'opinion', 'spanish', 'sponsored', 'two-sentences'])('is right in html and amp: %s', async (slug) => {
    expect([...(await judged(html, slug)), ...(await judged(amp, slug))]).toEqual([])
  })

  it.each([
    ['a property that schema.org does not know', '"headline":', '"headlin":', 'headline'],
    ['another headline', '"headline":"How', '"headline":"Why', 'headline: expected "How a lighthouse'],
    ['a date without its zone', '"datePublished":"2026-03-05T18:05:00+00:00"', '"datePublished":"2026-03-05T18:05:00"', 'datePublished'],
    ['another date', '"dateModified":"2026-03-06', '"dateModified":"2026-03-07', 'dateModified: expected'],
    ['a relative address', '"mainEntityOfPage":"https://islandreview.example', '"mainEntityOfPage":"', 'mainEntityOfPage'],
    ['another section', '"articleSection":"', '"articleSection":"Not ', 'articleSection: expected'],
    ['another publisher', '"@type":"NewsMediaOrganization","name":"', '"@type":"NewsMediaOrganization","name":"Not ', 'publisher: expected'],
    ['an author left out', '{"@type":"Person","name":"Morwenna Teague"},', '', 'author: expected'],
    ['an author without the address that the byline gives', ',"url":"https://harbourpost.example/people/jon-hale"', '', 'author: expected'],
    ['a picture without its size', /("image":\[\{.*?),"width":"\d+","height":"\d+"\}/, '$1}', 'image.0.width'],
    ['no square picture', /"width":"600","height":"600"|"width":"1080","height":"1080"/g, '"width":"7","height":"3"', 'there is no picture of 1x1'],
    ['another description', '"description":"The lamp', '"description":"A lamp', 'description: expected "The lamp'],
    ['other keywords', /"keywords":"[^"]*"/, '"keywords":"cheap lamps"', 'keywords: expected'],
    ['no picture at all', /"image":\[.*?\],/, '', 'image: there is none'],
    ['a picture of a stranger', /("image":\[\{"@type":"ImageObject","url":")[^"]*/, '$1https://stranger.example/a.jpg', 'https://stranger.example/a.jpg is no file of this story'],
    ['a picture of another story', /("image":\[\{"@type":"ImageObject","url":")[^"]*/, '$1https://islandreview.example/sea/ferry/a.jpg', 'sea/ferry/a.jpg is no file of this story'],
    ['a card that is shown to those who share the page, and not named', /\{"@type":"ImageObject","url":"[^"]*card-og.jpg",[^}]*\},/, '', 'card-og.jpg is a card of the page and not among them'],
    ['a correction that is not told', /\{"@type":"CorrectionComment".*?\},/, '', 'correction: expected'],
    ['a story that is free and is said not to be', '"isAccessibleForFree":true', '"isAccessibleForFree":false', 'isAccessibleForFree: the story is not gated'],
    ['no data at all', 'application/ld+json', 'application/json', 'expected one script'],
    ['something that is no JSON', '{"@context"', '{@context', '@type'],
  ])('is refused with %s: html/json-ld', async (_, sound, damaged, said) => {
    const found = await judged(html, 'every-node', (page) => page.replace(sound, damaged))
    expect(found.join('\n')).toContain(said)
  })

  it('is refused with another dateline than that of the news, or without it', async () => {
    for (const damaged of ['"dateline":"SKERRIN"', '"inLanguage":"en-GB"']) {
      expect(await judged(html, 'corrected', (page) => page.replace('"dateline":"ARDMOUTH"', damaged))).toEqual([expect.stringContaining('dateline: expected "ARDMOUTH"')])
    }
  })

  it('names the newspaper where nobody signs, and is refused without it', async () => {
    const changes = { byline: [] }
    expect(await judged(html, 'two-sentences', undefined, changes)).toEqual([])
    expect(await judged(html, 'two-sentences', (page) => page.replace(/"author":\[\{"@type":"Organization".*?\],/, ''), changes)).toEqual([expect.stringContaining('wrong in author')])
  })

  it.each([{ format: html as Renderer, rule: 'html/json-ld-advice' }, { format: amp as Renderer, rule: 'amp/json-ld-advice' }])('is told of where its pictures are too small for search engines: $rule', async ({ format, rule }) => {
    const found = await judgements(format, 'every-node', (page) => page.replaceAll('"width":"600","height":"600"', '"width":"223","height":"223"'))
    expect(found.filter((said) => said.rule.startsWith(rule))).toMatchObject([{ rule, severity: 'warning', line: 23, reason: expect.stringContaining('223 × 223') }])
  })

  describe('and the files of the publish', () => {
    const lead = /"url":"https:\/\/[^/]*\/(assets\/lighthouse-600x600[^"]*)"/

    it('agree', async () => {
      expect(await pictures()).toEqual([])
    })

    it('do not where a picture is not among them', async () => {
      expect(await pictures((page) => page.replace(lead, '"url":"https://islandreview.example/assets/lost.jpg"'))).toEqual([expect.stringContaining('assets/lost.jpg is no file of this publish')])
    })

    it('do not where a picture has another size, or is none', async () => {
      expect(await pictures((page) => page.replaceAll('"width":"600","height":"600"', '"width":"900","height":"900"'))).toEqual([expect.stringContaining('is a picture of 600 × 600 pixels, and should be a picture of 900 × 900 pixels')])
      expect(await pictures(undefined, withoutSquare)).toEqual([expect.stringContaining('is no picture')])
    })
  })

  it('is refused on an AMP page, too: amp/json-ld', async () => {
    expect(await judged(amp, 'two-sentences', (page) => page.replace('"@type":"NewsArticle"', '"@type":"Recipe"'))).not.toEqual([])
  })

  it('is refused where its selector does not match exactly what is not free', async () => {
    const bare = await judged(html, 'gated', onlyPrivate((page) => page.replace(/ class="paid"/, '')))
    expect(bare.join('\n')).toMatch(/matches \d+ elements, and \d+ are not free/)
    const tooMuch = await judged(html, 'gated', onlyPrivate((page) => page.replace('<p class="dateline-line"', '<p').replace('<main ', '<main class="paid" ')))
    expect(tooMuch.join('\n')).toMatch(/matches \d+ elements, and \d+ are not free/)
    const swapped = await judged(html, 'gated', onlyPrivate((page) => page.replace(' class="paid"', '').replace('<h1', '<h1 class="paid"').replace('class="paid" class="', 'class="paid ')))
    expect(swapped.join('\n')).toMatch(/\.paid does not match "paragraph-\w+", which is not free/)
    const noticeless = await judged(html, 'gated', (page, path) => (path.startsWith('private/') ? page : page.replace('class="gated paid"', 'class="gated"')))
    expect(noticeless.join('\n')).toContain('.paid matches 0 elements, and 1 is not free')
  })

  it.each([{ format: html as Renderer }, { format: amp as Renderer }])('is refused where its selector matches what is free: $format.name', async ({ format }) => {
    const moved = await judged(format, 'gated', (page, path) => (path.startsWith('private/') ? page : page.replace('class="gated paid"', 'class="gated"').replace('<main ', '<main class="paid" ')))
    expect(moved.join('\n')).toMatch(/\.paid matches "paragraph-\w+", which is free/)
  })
})
