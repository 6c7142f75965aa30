import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import { epub } from '../../pipeline/renderers/epub/renderer.ts'
import { aceVersion, checkAccessibility } from '../../pipeline/tools/ace/ace.ts'
import { damageBook } from '../support/damage-book.ts'
import { judgeInFull } from '../support/judge-in-full.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

describe('DAISY Ace', () => {
  let newsroom: TestNewsroom
  let book: Uint8Array

  beforeAll(async () => {
    newsroom = await openNewsroom()
    const article = await newsroom.article('every-node')
    book = (await epub.render(article, await newsroom.contextFor(epub, article)))[0]?.bytes ?? new Uint8Array()
  })
  afterAll(() => newsroom.close())

  it('says what to install where there is no browser', async () => {
    expect(await aceVersion()).toEqual({ version: expect.stringMatching(/^1\.\d+\.\d+, Chromium \S+ \((named|puppeteer|bundled|system)\)$/) })
    expect(await aceVersion('/nonexistent/chromium')).toEqual({ missing: expect.stringContaining('DAISY Ace needs a Chromium') })
  })

  it('accepts a book of ours, and refuses one with a picture that is not described or without accessibility metadata', async () => {
    const undescribed = damageBook(book, { 'OEBPS/text.xhtml': (page) => page.replace(/ alt="[^"]+"/, '') })
    const silent = damageBook(book, { 'OEBPS/content.opf': (text) => text.replace(/<meta property="schema:accessMode">[^<]*<\/meta>/g, '') })
    const books = [book, undescribed, silent].map((bytes, index) => ({ path: `${index}.epub`, bytes }))
    const [good, picture, metadata] = await checkAccessibility(books, new AbortController().signal)
    expect(good).toEqual([])
    expect(picture).toContainEqual(expect.objectContaining({ severity: 'error', code: 'image-alt', file: 'text.xhtml' }))
    expect(metadata).toContainEqual(expect.objectContaining({ severity: 'error', code: 'metadata-accessmode' }))
  })

  it('ends at once when the run is stopped', async () => {
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    await expect(checkAccessibility([{ path: 'a.epub', bytes: book }], stop.signal)).rejects.toThrow('stopped')
  })

  it('is heard as epub/ace and epub/ace-advice', async () => {
    const article = await newsroom.article('every-node')
    const undescribed = damageBook(book, { 'OEBPS/text.xhtml': (page) => page.replace(/ alt="[^"]+"/, '').replace('</h1>', '</h1><h2></h2>') })
    const found = await judgeInFull(epub, 'DAISY Ace', [undescribed], article, newsroom.newsroom.publication)
    expect(found).toContainEqual(expect.objectContaining({ rule: 'epub/ace', severity: 'error', reason: expect.stringContaining('(DAISY Ace image-alt)') }))
    expect(found).toContainEqual(expect.objectContaining({ rule: 'epub/ace-advice', severity: 'warning', reason: expect.stringContaining('(DAISY Ace empty-heading)') }))
  })
})
