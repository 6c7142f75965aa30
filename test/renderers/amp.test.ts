import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact } from '../../pipeline/contract/renderer.ts'
import { ampCheck } from '../../pipeline/renderers/amp/amp-check.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { fetchAmpValidator } from '../../pipeline/tools/amp/fetch-amp-validator.ts'
import { describeRenderer } from '../support/describe-renderer.ts'
import { judge, judgeFiles } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

const stories = ['every-node', 'arabic', 'corrected', 'gated', 'live', 'long-words', 'opinion', 'spanish', 'sponsored', 'two-sentences']

describeRenderer(amp, {
  newsroom: openNewsroom,
  stories: ['every-node', 'arabic', 'gated', 'two-sentences'],
  everyNode: 'every-node',
  deskWords: ['Agreed with the lighthouse board', 'is on the desk'],
})

describe('an AMP page', () => {
  let newsroom: TestNewsroom

  beforeAll(async () => {
    await fetchAmpValidator()
    newsroom = await openNewsroom()
  })
  afterAll(() => newsroom.close())

  async function pageOf(slug: string, found: Diagnostic[] = []): Promise<Artifact> {
    const article = await newsroom.article(slug)
    const [page] = await amp.render(article, await newsroom.contextFor(amp, article, found))
    if (!page) throw new Error(`${slug} has no AMP page.`)
    return page
  }

  async function verdict(slug: string, page: Artifact): Promise<string[]> {
    const found = await judge(amp, [page], await newsroom.article(slug), newsroom.newsroom.publication)
    return found.map(({ rule, reason }) => `${rule}: ${reason}`)
  }

  it.each(stories)('is valid AMP to the validator of the AMP project: %s', async (slug) => {
    expect(await verdict(slug, await pageOf(slug))).toEqual([])
  })

  it.each([
    ['a script of our own', '</article>', '<script>1</script></article>', 'WRONG_PARENT_TAG'],
    ['a bare video', '</article>', '<video src="a.mp4"></video></article>', 'MANDATORY_TAG_ANCESTOR'],
    ['no canonical address', 'rel="canonical"', 'rel="next"', 'MANDATORY_TAG_MISSING'],
  ])('is refused by it with %s', async (_what, before, after, code) => {
    const findings = await verdict('two-sentences', damaged(await pageOf('two-sentences'), before, after))
    expect(findings.join('\n')).toMatch(new RegExp(`^amp/invalid: .*${code}`, 'm'))
  })

  it('tells the validator the types of a film and a sound that lie elsewhere', async () => {
    const article = await newsroom.article('two-sentences')
    const media: Article['body']['children'] = [{ type: 'audio', id: 'horn', src: 'https://away.example/horn.MP3?a=b', children: [] }, { type: 'video', id: 'film', src: 'https://away.example/film.mov', children: [] }]
    const story = { ...article, body: { ...article.body, children: [...article.body.children, ...media] } }
    const artifacts = await amp.render(story, await newsroom.contextFor(amp, story))
    expect(await judge(amp, artifacts, story, newsroom.newsroom.publication)).toEqual([])
    expect(new TextDecoder().decode(artifacts[0]?.bytes)).toContain('<source src="https://away.example/horn.MP3?a=b" type="audio/mpeg">')
  })

  it('is advised on by it where nothing is broken', async () => {
    const withoutScript = '<amp-embed type="a9" width="300" height="250" layout="fixed"></amp-embed></main>'
    const findings = await verdict('two-sentences', damaged(await pageOf('two-sentences'), '</main>', withoutScript))
    expect(findings).toEqual([expect.stringMatching(/^amp\/warning: .*WARNING_TAG_REQUIRED_BY_MISSING/)])
  })

  it('says that it was not checked where the validator is not on the machine', async () => {
    const unchecked = { ...amp, checks: [ampCheck(async () => false)] }
    const [file] = await judgeFiles(unchecked, [await pageOf('two-sentences')], await newsroom.article('two-sentences'), newsroom.newsroom.publication)
    expect(file?.checks).toEqual([{ name: 'AMP validator', verdict: 'not-checked' }])
  })

  it('is refused where a newsroom’s stylesheet is larger than AMP allows', async () => {
    const found: Diagnostic[] = []
    const article = await newsroom.article('two-sentences')
    const context = await newsroom.contextFor(amp, article, found)
    const large = new TextEncoder().encode('a{color:red}'.repeat(10_000))
    await amp.render(article, { ...context, template: async (path) => (path === 'amp/amp.css' ? large : context.template(path)) })
    expect(found).toMatchObject([{ rule: 'amp/styles-too-large', severity: 'error', scope: 'format' }])
  })

  it('keeps its styles within the limit of AMP', async () => {
    const html = new TextDecoder().decode((await pageOf('every-node')).bytes)
    const [, styles = ''] = /<style amp-custom[^>]*>(.*?)<\/style>/s.exec(html) ?? []
    expect(new TextEncoder().encode(styles).length).toBeGreaterThan(10_000)
    expect(new TextEncoder().encode(styles).length).toBeLessThan(75_000)
  })

  it('says which embeds are shown as a card', async () => {
    const found: Diagnostic[] = []
    await pageOf('every-node', found)
    expect(found.map(({ rule, line, severity }) => ({ rule, line, severity }))).toEqual([
      { rule: 'amp/embed-as-card', line: expect.any(Number), severity: 'info' },
    ])
  })

  it('holds only the free part of a gated story, and the notice', async () => {
    const text = await amp.text(await pageOf('gated'))
    const article = await newsroom.article('gated')
    const last = article.body.children.at(-1)
    const words = last?.type === 'paragraph' && last.children[0]?.type === 'text' ? last.children[0].value : 'no paragraph'
    expect(text).not.toContain(words)
    expect(text).toMatch(/subscribe|register/i)
  })
})

function damaged(page: Artifact, before: string, after: string): Artifact {
  const html = new TextDecoder().decode(page.bytes)
  expect(html).toContain(before)
  return { ...page, bytes: new TextEncoder().encode(html.replace(before, after)) }
}
