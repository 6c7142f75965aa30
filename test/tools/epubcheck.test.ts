import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, afterAll, describe, expect, it, vi } from 'vitest'
import { epub } from '../../pipeline/renderers/epub/renderer.ts'
import { checkBooks, epubCheckVersion } from '../../pipeline/tools/epubcheck/epubcheck.ts'
import { damageBook } from '../support/damage-book.ts'
import { judgeInFull } from '../support/judge-in-full.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

describe('EPUBCheck', () => {
  const { signal } = new AbortController()
  let newsroom: TestNewsroom
  let book: Uint8Array

  beforeAll(async () => {
    newsroom = await openNewsroom()
    const article = await newsroom.article('every-node')
    book = (await epub.render(article, await newsroom.contextFor(epub, article)))[0]?.bytes ?? new Uint8Array()
  })
  afterAll(() => newsroom.close())

  it('is the version that the standard of today is judged by', async () => {
    expect(await epubCheckVersion()).toEqual({ version: expect.stringMatching(/^5\.3\.0, Java \d\d\.\d+\.\d+$/) })
  })

  it('says what to install where there is no Java', async () => {
    expect(await epubCheckVersion({ PATH: '/nonexistent' })).toEqual({ missing: expect.stringContaining('EPUBCheck needs Java, which was not found. Install Java 17 or later') })
  })

  it('accepts a book of ours, refuses damaged ones with their places, and leaves nothing behind', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'galley-test-'))
    vi.stubEnv('TMPDIR', temporary)
    const unclosed = damageBook(book, { 'OEBPS/text.xhtml': (page) => page.replace('</p>', '') })
    const untitled = damageBook(book, { 'OEBPS/content.opf': (text) => text.replace(/<dc:title[^]*?<\/dc:title>/, '') })
    const [good, broken, nameless, none] = await checkBooks([book, unclosed, untitled, Buffer.from('no book')].map((bytes, index) => ({ path: `${index}.epub`, bytes })), signal)
    expect(good).toEqual([])
    expect(broken).toContainEqual(expect.objectContaining({ severity: 'error', code: 'RSC-016', file: 'OEBPS/text.xhtml', line: expect.any(Number), column: expect.any(Number) }))
    expect(nameless?.map(({ code }) => code)).toContain('RSC-005')
    expect(none?.map(({ code, file }) => ({ code, file }))).toEqual([{ code: 'PKG-003', file: undefined }, { code: 'PKG-008', file: undefined }])
    expect((await readdir(temporary)).filter((name) => name.startsWith('galley-'))).toEqual([])
    vi.unstubAllEnvs()
    await rm(temporary, { recursive: true })
  })

  it('is heard as epub/epubcheck and epub/epubcheck-advice', async () => {
    const article = await newsroom.article('every-node')
    const unclosed = damageBook(book, { 'OEBPS/text.xhtml': (page) => page.replace('</p>', '') })
    const undated = damageBook(book, { 'OEBPS/content.opf': (text) => text.replace(/<dc:date>[^<]*</, '<dc:date>some day<') })
    expect(await judgeInFull(epub, 'EPUBCheck', [unclosed], article, newsroom.newsroom.publication)).toContainEqual(
      expect.objectContaining({ rule: 'epub/epubcheck', severity: 'error', scope: 'story', reason: expect.stringMatching(/OEBPS\/text\.xhtml:\d+:\d+: .*\(EPUBCheck RSC-016\)\.$/) }),
    )
    expect(await judgeInFull(epub, 'EPUBCheck', [undated], article, newsroom.newsroom.publication)).toContainEqual(expect.objectContaining({ rule: 'epub/epubcheck-advice', severity: 'warning' }))
  })
})
