import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Artifact, Renderer } from '../../pipeline/contract/renderer.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { judge } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

let newsroom: TestNewsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

/** What is said of the structured data of a story's pages after a change: the property and what is wrong. */
async function judged<Options>(renderer: Renderer<Options>, slug: string, change: (page: string, path: string) => string = (same) => same): Promise<string[]> {
  const article = await newsroom.article(slug)
  const { artifacts } = await newsroom.draw(renderer as Renderer, article)
  const changed = artifacts.map((artifact: Artifact) => ({ ...artifact, bytes: new TextEncoder().encode(change(new TextDecoder().decode(artifact.bytes), artifact.path)) }))
  const found = await judge(renderer, changed, article, newsroom.newsroom.publication)
  return found.filter(({ rule }) => rule.endsWith('/json-ld')).map(({ reason }) => reason)
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
    ['a correction that is not told', /\{"@type":"CorrectionComment".*?\},/, '', 'correction: expected'],
    ['a story that is free and is said not to be', '"isAccessibleForFree":true', '"isAccessibleForFree":false', 'isAccessibleForFree: the story is not gated'],
    ['no data at all', 'application/ld+json', 'application/json', 'expected one script'],
    ['something that is no JSON', '{"@context"', '{@context', '@type'],
  ])('is refused with %s: html/json-ld', async (_, sound, damaged, said) => {
    const found = await judged(html, 'every-node', (page) => page.replace(sound, damaged))
    expect(found.join('\n')).toContain(said)
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
