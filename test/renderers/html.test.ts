import { posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Artifact } from '../../pipeline/contract/renderer.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { describeRenderer } from '../support/describe-renderer.ts'
import { judge } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

const stories = ['every-node', 'arabic', 'corrected', 'gated', 'live', 'long-words', 'opinion', 'spanish', 'sponsored', 'two-sentences']

describeRenderer(html, {
  newsroom: openNewsroom,
  stories: ['every-node', 'arabic', 'gated', 'sponsored', 'two-sentences'],
  everyNode: 'every-node',
  deskWords: ['Agreed with the lighthouse board', 'is on the desk'],
})

describe('a page', () => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await openNewsroom()
  })
  afterAll(() => newsroom.close())

  const draw = async (slug: string) => newsroom.draw(html, await newsroom.article(slug))

  async function pageOf(slug: string, path = 'index.html'): Promise<string> {
    const { artifacts } = await draw(slug)
    const page = artifacts.find((artifact) => (path === 'private' ? artifact.path.startsWith('private/') : !artifact.path.startsWith('private/')))
    if (!page) throw new Error(`${slug} has no such page.`)
    return decode(page)
  }

  async function validate(slug: string, artifacts: readonly Artifact[]): Promise<Diagnostic[]> {
    return judge(html, artifacts, await newsroom.article(slug), newsroom.newsroom.publication)
  }

  it.each(stories)('is valid HTML: %s', async (slug) => {
    expect((await validate(slug, (await draw(slug)).artifacts)).map(({ reason }) => reason)).toEqual([])
  })

  it.each([
    ['a picture without alternative text', ' alt=""', '', 'wcag/h37'],
    ['an id given twice', 'id="storyContent"', 'id="storyHeadline"', 'no-dup-id'],
    ['an element that is never closed', '</main>', '', 'close-order'],
    ['an element that HTML gave up', '<main ', '<center>No</center><main ', 'deprecated'],
    ['a list with a paragraph among its items', '<main ', '<ul><p>No item</p></ul><main ', 'element-permitted-content'],
  ])('is refused for %s', async (_, sound, damaged, rule) => {
    const { artifacts } = await draw('two-sentences')
    const broken = artifacts.map((artifact) => ({ ...artifact, bytes: new TextEncoder().encode(decode(artifact).replace(sound, damaged)) }))
    const found = await validate('two-sentences', broken)
    expect(found.map(({ reason }) => reason).join('\n')).toContain(`(html-validate: ${rule})`)
    expect(found[0]).toMatchObject({ rule: 'html/invalid', severity: 'error', scope: 'story', file: 'articles/two-sentences.md' })
  })

  it.each([
    ['in a block: at its line in the story', /(<p id="[^"]+">)The ferry/, '$1<tt>The</tt> ferry', { file: 'articles/two-sentences.md', line: 8 }],
    ['around the blocks: at the file', '<main ', '<center>No</center><main ', { file: 'articles/two-sentences.md' }],
  ])('is refused %s', async (_, sound, damaged, place) => {
    const { artifacts } = await draw('two-sentences')
    const broken = artifacts.map((artifact) => ({ ...artifact, bytes: new TextEncoder().encode(decode(artifact).replace(sound, damaged)) }))
    const { file, line } = (await validate('two-sentences', broken)).find(({ rule }) => rule === 'html/invalid') ?? {}
    expect({ file, line }).toEqual({ line: undefined, ...place })
  })

  it('loads nothing but what it brings along', async () => {
    const { artifacts: [page], assets } = await draw('every-node')
    if (!page) throw new Error('The story has no page.')
    const loaded = addressesLoadedBy(fromHtml(decode(page))).map((address) => posix.join(posix.dirname(page.path), decodeURIComponent(address)))
    expect(loaded.length).toBeGreaterThan(20)
    expect(loaded.filter((path) => !assets.has(path))).toEqual([])
  })

  it('brings every font that its stylesheet names', async () => {
    const { assets } = await draw('two-sentences')
    const [css] = [...assets].filter(([path]) => path.endsWith('.css')).map(([, bytes]) => new TextDecoder().decode(bytes))
    const fonts = [...(css ?? '').matchAll(/url\("([^"]+)"\)/g)].map(([, name]) => `assets/${name}`)
    expect(fonts.length).toBeGreaterThan(10)
    expect(fonts.filter((path) => !assets.has(path))).toEqual([])
  })

  it('runs no script and has no style outside of its stylesheet', async () => {
    const page = await pageOf('every-node')
    expect(page.match(/<script(?! type="application\/ld\+json">)|<style|\sstyle=|\son[a-z]+=|javascript:/g)).toBeNull()
    const [policy] = elements(fromHtml(page), 'meta').filter(({ properties }) => properties['httpEquiv'] !== undefined)
    expect(policy?.properties['content']).toMatch(/^default-src 'none'; style-src 'self'/)
  })

  it('loads its lead picture first and all others when they are near', async () => {
    const images = elements(fromHtml(await pageOf('every-node')), 'img').filter(({ properties }) => !String(properties['className']).includes('masthead-logo'))
    const [lead, ...others] = images
    expect(lead?.properties).toMatchObject({ fetchPriority: 'high' })
    expect(lead?.properties['loading']).toBeUndefined()
    expect(others.map(({ properties }) => properties['loading'])).toEqual(others.map(() => 'lazy'))
    for (const { properties } of images) expect(Number(properties['width']) * Number(properties['height'])).toBeGreaterThan(0)
  })

  it('keeps what is for subscribers off the public page of a gated story, and tells them so', async () => {
    const page = await pageOf('gated')
    expect(page).toContain('There is a bench outside the pilot house')
    expect(page).not.toContain('Ruth Ansell')
    expect(page).toContain('<aside class="gated paid">')
    expect(page).toContain('"cssSelector":".paid"')
  })

  it('holds all of a gated story on a page of its own, which search engines are to leave alone', async () => {
    const page = await pageOf('gated', 'private')
    expect(page).toContain('Ruth Ansell')
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">')
    expect(page).not.toMatch(/og:|twitter:|amphtml|class="gated"/)
  })

  it('keeps pictures that only subscribers may see beside the copy that only they may read', async () => {
    const article = await newsroom.article('every-node')
    const { artifacts, assets } = await newsroom.draw(html, { ...article, access: { level: 'subscriber', freeBlocks: 1 } })
    const stairs = [...assets.keys()].filter((path) => path.includes('stairs'))
    expect(stairs.length).toBeGreaterThan(0)
    expect(stairs.filter((path) => !path.startsWith('private/assets/'))).toEqual([])
    const complete = artifacts.find(({ path }) => path.startsWith('private/'))
    expect(complete && decode(complete)).toContain('src="../../assets/stairs')
  })

  it('leads to other stories from where it stands, and to all else by its own address', async () => {
    const page = await pageOf('every-node')
    expect(page).toContain('<a href="../../city/two-sentences/index.html">Skerrin ferry sails again</a>')
    expect(page).toContain('href="https://harbourpost.example/follow/coast"')
  })

  it('names the language and direction of its story', async () => {
    expect(await pageOf('arabic')).toContain('<html lang="ar" dir="rtl">')
  })

  it('says what kind of story it is, in words and for its styles', async () => {
    expect(await pageOf('sponsored')).toMatch(/<body class="page page-sponsored">[\s\S]*<strong class="label label-sponsored">Sponsored<\/strong>/)
    expect(await pageOf('opinion')).toMatch(/<body class="page page-opinion">[\s\S]*<strong class="label label-opinion">Opinion<\/strong>/)
  })
})

/** Addresses that a browser fetches to show the page; cards and canonical addresses are for others. */
function addressesLoadedBy(tree: Nodes): string[] {
  const loading = new Set(['stylesheet', 'preload', 'icon'])
  return elements(tree).flatMap(({ tagName, properties }) => {
    const { src, srcSet, poster, href, rel } = properties
    const candidates = String(srcSet ?? '').split(',').map((candidate) => candidate.trim().split(' ')[0] ?? '')
    const linked = tagName === 'link' && Array.isArray(rel) && rel.some((word) => loading.has(String(word))) ? href : undefined
    return [src, poster, linked, ...candidates].filter((address): address is string => typeof address === 'string' && address !== '')
  })
}

function elements(node: Nodes, tagName?: string): Element[] {
  const own = node.type === 'element' && (tagName === undefined || node.tagName === tagName) ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => elements(child, tagName))] : own
}

function decode({ bytes }: Artifact): string {
  return new TextDecoder().decode(bytes)
}
