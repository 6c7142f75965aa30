import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact } from '../../pipeline/contract/renderer.ts'
import { epub } from '../../pipeline/renderers/epub/renderer.ts'
import { checkBooks } from '../../pipeline/tools/epubcheck/epubcheck.ts'
import { damageBook } from '../support/damage-book.ts'
import { describeRenderer } from '../support/describe-renderer.ts'
import { judge } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

describeRenderer(epub, {
  newsroom: openNewsroom,
  stories: ['every-node', 'arabic', 'two-sentences'],
  everyNode: 'every-node',
  deskWords: ['Agreed with the lighthouse board', 'is on the desk'],
})

describe('a book', () => {
  let newsroom: TestNewsroom
  let book: Artifact
  let article: Article

  beforeAll(async () => {
    newsroom = await openNewsroom()
    article = await newsroom.article('every-node')
    book = await bookOf(article)
  })
  afterAll(() => newsroom.close())

  async function bookOf(story: Article): Promise<Artifact> {
    const [first] = await epub.render(story, await newsroom.contextFor(epub, story))
    if (!first) throw new Error(`${story.slug} has no book.`)
    return first
  }

  it('passes EPUBCheck without an error or a warning, whatever the story', async () => {
    const books = new Map<string, Uint8Array>()
    for (const { slug } of newsroom.newsroom.stories) books.set(slug, (await bookOf(await newsroom.article(slug))).bytes)
    books.set('without a cover', (await coverlessBook()).bytes)
    books.set('what XML cannot hold', (await bookOf(withOddCharacters(article))).bytes)
    const damaged = damageBook(book.bytes, { 'OEBPS/text.xhtml': (page) => page.replace('</p>', '') })
    const findings = await checkBooks([...books, ['damaged', damaged] as const].map(([path, bytes]) => ({ path, bytes })), new AbortController().signal)
    expect([...books.keys()].map((name, index) => ({ name, findings: findings[index] }))).toEqual([...books.keys()].map((name) => ({ name, findings: [] })))
    expect(findings.at(-1)?.map(({ code }) => code)).toContain('RSC-016')
  })

  it('is private where the story is gated, and holds all of it', async () => {
    const gated = await newsroom.article('gated')
    expect(epub.plan(gated, {})).toEqual([
      { path: `private/${gated.path}/gated.epub`, mediaType: 'application/epub+zip', rel: 'epub', audience: 'private', holds: 'whole' },
    ])
    const last = gated.body.children.at(-1)
    expect(last?.type).toBe('paragraph')
    expect(pageOf(await bookOf(gated), 'text')).toContain(`id="${last?.id}"`)
  })

  it('is made without a cover where the publication makes no cards', async () => {
    const plain = await coverlessBook()
    expect(Object.keys(filesOf(plain))).not.toContain('OEBPS/cover.xhtml')
    expect(pageOf(plain, 'toc')).not.toContain('epub:type="cover"')
  })

  it('keeps its identity when the story is corrected, renamed or moved', async () => {
    const moved = { ...article, slug: 'renamed', path: 'city/renamed', headline: 'Another headline' }
    expect(identifierOf(await bookOf(moved))).toBe(identifierOf(book))
    expect(identifierOf(await bookOf({ ...article, id: 'another' }))).not.toBe(identifierOf(book))
  })

  it('names every author on its own, and the newspaper where nobody signed', async () => {
    expect(creatorsOf(book)).toEqual(['Morwenna Teague', 'Jon Hale'])
    expect(creatorsOf(await bookOf({ ...article, byline: [] }))).toEqual(['The Harbour Post'])
  })

  it('is dated by the last change of the story', () => {
    expect(Buffer.from(filesOf(book)['OEBPS/content.opf'] ?? []).toString()).toContain('<meta property="dcterms:modified">2026-03-06T09:00:00Z</meta>')
  })

  it('shows that a character was there which XML cannot hold, and leads no link to nowhere', async () => {
    const odd = await bookOf(withOddCharacters(article))
    expect(await epub.text(odd)).toContain('form\u{FFFD}feed')
    expect(pageOf(odd, 'text')).toContain('<a>nowhere</a>')
  })

  describe('is refused by its own checks', () => {
    const cases: { reason: string; bytes: (good: Uint8Array) => Uint8Array; rule: string; says: string }[] = [
      { reason: 'when it is no zip file', bytes: () => Buffer.from('a book'), rule: 'epub/container', says: 'it is no zip file' },
      { reason: 'when its media type is compressed', bytes: (good) => damageBook(good, {}, 9), rule: 'epub/container', says: 'not an uncompressed "mimetype"' },
      { reason: 'when a listed page is missing', bytes: (good) => damageBook(good, { 'OEBPS/links.xhtml': () => undefined }), rule: 'epub/container', says: 'lists it, and it is missing' },
      { reason: 'when a file is not listed', bytes: (good) => damageBook(good, { 'OEBPS/stray.txt': () => 'stray' }), rule: 'epub/container', says: 'does not list it' },
      { reason: 'when a page is not well-formed', bytes: (good) => damageBook(good, { 'OEBPS/text.xhtml': (page) => page.replace('</p>', '') }), rule: 'epub/not-well-formed', says: 'line ' },
      { reason: 'when a link leads to nothing', bytes: (good) => damageBook(good, { 'OEBPS/text.xhtml': (page) => page.replace('href="#footnote-1"', 'href="#nothing"') }), rule: 'epub/broken-link', says: '"#nothing" leads to nothing' },
      { reason: 'when an id is given twice', bytes: (good) => damageBook(good, { 'OEBPS/text.xhtml': (page) => page.replace('id="lens"', 'id="quote"') }), rule: 'epub/duplicate-id', says: 'the id "quote" is given twice' },
      { reason: 'when it has no landmarks', bytes: (good) => damageBook(good, { 'OEBPS/toc.xhtml': (page) => page.replace('epub:type="landmarks"', '') }), rule: 'epub/navigation', says: 'no entries for "landmarks"' },
    ]

    it.each(cases)('$reason', async ({ bytes, rule, says }) => {
      const found = await validate(bytes(book.bytes))
      expect(found.map((diagnostic) => diagnostic.rule)).toContain(rule)
      expect(found.find((diagnostic) => diagnostic.rule === rule)?.reason).toContain(says)
    })

    it('but not when it is whole', async () => {
      expect(await validate(book.bytes)).toEqual([])
    })
  })

  async function coverlessBook(): Promise<Artifact> {
    const [first] = await epub.render(article, { ...(await newsroom.contextFor(epub, article)), input: () => [] })
    if (!first) throw new Error('There is no book without a cover.')
    return first
  }

  async function validate(bytes: Uint8Array): Promise<Diagnostic[]> {
    return judge(epub, [{ ...book, bytes }], article, newsroom.newsroom.publication)
  }
})

function withOddCharacters(article: Article): Article {
  const text = { type: 'text', value: 'form\u000Cfeed \uFFFE' } as const
  const link = { type: 'link', url: '#nowhere', children: [{ type: 'text', value: 'nowhere' }] } as const
  return { ...article, headline: 'A bell \u0007 rings', body: { type: 'root', children: [{ type: 'paragraph', id: 'p', children: [text, { ...link, children: [...link.children] }] }] } }
}

function filesOf(artifact: Artifact | undefined): Record<string, Uint8Array> {
  return artifact ? unzipSync(artifact.bytes) : {}
}

function pageOf(artifact: Artifact | undefined, name: string): string {
  return Buffer.from(filesOf(artifact)[`OEBPS/${name}.xhtml`] ?? []).toString()
}

function identifierOf(artifact: Artifact): string | undefined {
  return /<dc:identifier[^>]*>([^<]+)</.exec(Buffer.from(filesOf(artifact)['OEBPS/content.opf'] ?? []).toString())?.[1]
}

function creatorsOf(artifact: Artifact): (string | undefined)[] {
  const packageDocument = Buffer.from(filesOf(artifact)['OEBPS/content.opf'] ?? []).toString()
  return [...packageDocument.matchAll(/<dc:creator[^>]*>([^<]+)</g)].map(([, name]) => name)
}
