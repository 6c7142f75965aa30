import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { checkPages, nuVersion } from '../../pipeline/tools/nu/nu.ts'
import { readNuReport } from '../../pipeline/tools/nu/read-nu-report.ts'
import { judgeInFull } from '../support/judge-in-full.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

describe('the Nu HTML checker', () => {
  const { signal } = new AbortController()
  let newsroom: TestNewsroom
  let article: Article

  beforeAll(async () => {
    newsroom = await openNewsroom()
    article = await newsroom.article('every-node')
  })
  afterAll(() => newsroom.close())

  it('says what to install where there is no Java', async () => {
    expect(await nuVersion()).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+, Java \d\d\.\d+\.\d+$/) })
    expect(await nuVersion({ PATH: '/nonexistent' })).toEqual({ missing: expect.stringContaining('The Nu HTML checker needs Java, which was not found.') })
  })

  it('accepts a page of ours and refuses damaged ones, in their order and with their places', async () => {
    const page = await pageOf(html)
    const pages = [page, page.replace('<main', '<main><p id="main"><div></p></main><main'), page.replace('</main>', '<section><p>No heading.</p></section></main>')]
    const [good, bad, advised] = await checkPages(pages.map((text, index) => ({ path: `${index}.html`, kind: 'html' as const, bytes: Buffer.from(text) })), signal)
    expect(good).toEqual([])
    expect(bad).toContainEqual(expect.objectContaining({ severity: 'error', line: expect.any(Number), column: expect.any(Number) }))
    expect(advised).toEqual([expect.objectContaining({ severity: 'warning', message: expect.stringContaining('Section lacks heading') })])
  })

  it('still warns of a script that the policy of the page forbids, and of a stranger’s picture', async () => {
    const page = await pageOf(html)
    const pages = [page.replace('</main>', '<script>alert(1)</script></main>'), page.replace('</main>', '<img src="https://stranger.example/a.jpg" alt=""></main>')]
    const [script, picture] = await checkPages(pages.map((text, index) => ({ path: `${index}.html`, kind: 'html' as const, bytes: Buffer.from(text) })), signal)
    expect(script?.map(({ message }) => message)).toEqual([expect.stringContaining('Inline script violates Content Security Policy')])
    expect(picture?.map(({ message }) => message)).toEqual([expect.stringContaining('stranger.example')])
  })

  it('accepts of an AMP page what only AMP demands, and nothing else, beside pages of HTML', async () => {
    const page = await pageOf(amp)
    const pages = [page, page.replace('<main', '<main bogus'), page].map((text, index) => ({ path: `${index}.html`, kind: index < 2 ? ('amp' as const) : ('html' as const), bytes: Buffer.from(text) }))
    const [good, bad, asHtml] = await checkPages(pages, signal)
    expect(good).toEqual([])
    expect(bad?.map(({ message }) => message)).toEqual([expect.stringContaining('“bogus”')])
    expect(asHtml?.map(({ message }) => message)).toContainEqual(expect.stringContaining('“amp” not allowed'))
  })

  it.each([{ format: html, error: 'html/nu', advice: 'html/nu-advice' }, { format: amp, error: 'amp/nu', advice: 'amp/nu-advice' }])('is heard as $error and $advice', async ({ format, error, advice }) => {
    const page = (await pageOf(format)).replace('<main', '<main bogus').replace('</main>', '<section><p>No heading.</p></section></main>')
    const found = await judgeInFull(format, 'Nu HTML checker', [Buffer.from(page)], article, newsroom.newsroom.publication)
    expect(found.map(({ rule }) => rule)).toEqual([error, advice])
  })

  async function pageOf(format: typeof html | typeof amp): Promise<string> {
    const [page] = await format.render(article, await newsroom.contextFor(format, article))
    return Buffer.from(page?.bytes ?? []).toString()
  }
})

/** A report of an error in the second page, and of something else. */
function report(message: Record<string, string>): string {
  return JSON.stringify({ messages: [{ url: 'file:/tmp/1.html', type: 'error', message: 'Stray end tag “p”.' }, message] })
}

describe('the report of the Nu HTML checker', () => {
  const files = [{ file: '/tmp/0.html', kind: 'html' as const }, { file: '/tmp/1.html', kind: 'html' as const }]

  it('is read for each page', () => {
    expect(readNuReport(report({ url: 'file:/tmp/0.html', type: 'info', subType: 'warning', message: 'Section lacks heading.' }), files)).toEqual([
      [{ severity: 'warning', code: 'warning', message: 'Section lacks heading.' }],
      [{ severity: 'error', code: 'error', message: 'Stray end tag “p”.' }],
    ])
  })

  it.each([
    ['of no page', { type: 'error', message: 'The schema is not there.' }, 'found one about none: The schema is not there.'],
    ['of a page that nobody gave it', { url: 'file:/tmp/2.html', type: 'error', message: 'Bad.' }, 'found one about file:/tmp/2.html: Bad.'],
    ['that it has failed', { type: 'non-document-error', subType: 'io', message: 'File not found.' }, 'File not found.'],
  ])('is none where it says something %s', (_, message, said) => {
    expect(() => readNuReport(report(message), files)).toThrow(said)
  })
})
