import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { RenderContext } from '../../pipeline/contract/renderer.ts'
import type { Setting } from '../../templates/pdf/paper.ts'
import { printToFit } from '../../pipeline/renderers/pdf/copyfit.ts'
import { replaceContent } from '../../pipeline/renderers/pdf/page-content.ts'
import { pdf } from '../../pipeline/renderers/pdf/renderer.ts'
import { tagElements } from '../../pipeline/renderers/pdf/tag-elements.ts'
import { describeRenderer } from '../support/describe-renderer.ts'
import { judge, judgeFiles } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'
import { unmarkedOperators } from '../support/unmarked-content.ts'

describeRenderer(pdf, {
  newsroom: openNewsroom,
  stories: ['every-node', 'arabic', 'two-sentences'],
  everyNode: 'every-node',
  deskWords: ['Agreed with the lighthouse board', 'is on the desk'],
})

describe('a printed story', () => {
  let newsroom: TestNewsroom
  let everyNode: Article

  beforeAll(async () => {
    newsroom = await openNewsroom()
    everyNode = await newsroom.article('every-node')
  })
  afterAll(async () => {
    await pdf.close?.()
    await newsroom.close()
  })

  async function print(story: Article, options: Record<string, string> = {}, found: Diagnostic[] = []): Promise<Uint8Array> {
    const context = await newsroom.contextFor(pdf, story, found)
    const chosen: RenderContext<typeof context.options> = { ...context, options: pdf.options.parse({ ...context.options, ...options }) }
    const [artifact] = await pdf.render(story, chosen)
    return artifact?.bytes ?? new Uint8Array()
  }

  it.each([
    ['A4', '210 x 297'],
    ['Letter', '216 x 279'],
    ['A5', '148 x 210'],
  ])('has the paper that the newsroom chose: %s', async (page, size) => {
    expect(await about(await print(everyNode, { page }))).toContain(`paper: ${size} mm`)
  })

  it('gives equal bytes beside other stories, in another order, on a new browser', async () => {
    const stories = [everyNode, await newsroom.article('arabic'), await newsroom.article('live')]
    const first = await Promise.all(stories.map((story) => print(story)))
    await pdf.close?.()
    const second = await Promise.all(stories.toReversed().map((story) => print(story)))
    expect(second.toReversed().map(hash)).toEqual(first.map(hash))
  })

  it('leaves nothing on a page without a mark, so that the foot is not read out', async () => {
    expect(await unmarkedOperators(await print(everyNode))).toEqual([])
  })

  it('prints the running foot for the eye only', async () => {
    const bytes = await print(everyNode)
    expect(await pdf.text({ path: '', mediaType: '', bytes })).not.toMatch(/Page \d of \d/)
  })

  it('prints the addresses of links as numbered notes, each once', async () => {
    const text = await pdf.text({ path: '', mediaType: '', bytes: await print(everyNode) })
    expect(text).toContain('whose log[1] ends there')
    expect(text).toMatch(/Links\n\[1\] https:\/\/lights\.example\/log\n\[2\] \S+\n\[3\] https:\/\/lights\.example\/notice-12\n/)
  })

  it('sets a story closer where that saves a page that is nearly empty', async () => {
    const printed: string[] = []
    const pages = { normal: 2, tight: 2, tighter: 1 }
    const blank = async (setting: Setting) => {
      printed.push(setting.fit)
      return { pdf: await pagesWithALine(pages[setting.fit]), refused: [] }
    }
    await printToFit([{ columns: 'two', fit: 'normal' }, { columns: 'two', fit: 'tight' }, { columns: 'two', fit: 'tighter' }], blank)
    expect(printed).toEqual(['normal', 'tight', 'tighter'])
  })

  it('prints a story once whose last page is short, but holds more than any setting can save', async () => {
    const printed: string[] = []
    const third = async (setting: Setting) => {
      printed.push(setting.fit)
      return { pdf: await pagesWithALine(2, 480), refused: [] }
    }
    await printToFit([{ columns: 'two', fit: 'normal' }, { columns: 'two', fit: 'tight' }], third)
    expect(printed).toEqual(['normal'])
  })

  it('holds fonts that can be searched, and none of the machine', async () => {
    const fonts = /fonts: (.*)/.exec(await about(await print(everyNode)))?.[1] ?? ''
    expect(fonts.split(', ').filter((font) => !/^(SourceSerif4|Inter)-/.test(font))).toEqual([])
  })

  it('says which characters no font has, by name', async () => {
    const found: Diagnostic[] = []
    const letter = '\u{1E7E0}'
    await print({ ...everyNode, headline: `How a light ${letter} is switched off` }, {}, found)
    expect(found.filter(({ rule }) => rule === 'pdf/missing-letters').map(({ reason }) => reason)).toEqual([
      `No font has these characters of the story: "${letter}" (U+1E7E0).`,
    ])
  })

  it('is missed only the words that hold a character which no font has', async () => {
    const found: Diagnostic[] = []
    const plain = await newsroom.article('two-sentences')
    const story = { ...plain, headline: 'Skerrin fe\u{1E7E0}ry sails again', headlines: { ...plain.headlines, social: plain.headline } }
    const bytes = await print(story, {}, found)
    const lostWords = found.flatMap((said) => said.lostWords ?? [])
    expect(lostWords).toEqual([{ letters: '\u{1E7E0}' }])
    const wordsMissed = async (article: Article) => {
      const [file] = await judgeFiles(pdf, [{ path: pdf.plan(story, pdf.options.parse({}))[0]?.path ?? '', mediaType: 'application/pdf', bytes }], article, newsroom.newsroom.publication, undefined, lostWords)
      return file?.diagnostics.flatMap(({ rule, reason }) => (rule === 'words-lost' ? [reason] : []))
    }
    expect(await wordsMissed(story)).toEqual([])
    expect(await wordsMissed({ ...story, kicker: 'Engineers' })).toEqual([expect.stringContaining('Engineers')])
  })

  it('is private where the story is gated, and holds all of it', async () => {
    const gated = await newsroom.article('gated')
    expect(pdf.plan(gated, pdf.options.parse({}))).toEqual([
      { path: `private/${gated.path}/gated.pdf`, mediaType: 'application/pdf', rel: 'pdf', audience: 'private', holds: 'whole' },
    ])
  })

  it('is one error of the format where there is no browser', async () => {
    const found: Diagnostic[] = []
    await expect(print(everyNode, { browser: '/nowhere/chromium' }, found)).rejects.toThrow('There is no program at "/nowhere/chromium".')
    expect(found.map(({ rule, scope, file }) => ({ rule, scope, file }))).toEqual([{ rule: 'pdf/no-browser', scope: 'format', file: 'publication.yml' }])
  })

  it('is found broken where it has no tags, no bookmarks, and says nothing of itself', async () => {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const damaged = await PDFDocument.create()
    damaged.addPage()
    const found = (await judged(await damaged.save())).filter(({ rule }) => rule === 'pdf/broken')
    expect(found.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([
      'pdf/broken: Expected the PDF to have text, found none.',
      'pdf/broken: Expected the PDF to have tags, found none.',
      'pdf/broken: Expected the PDF to have the title "How a lighthouse is switched off", found "".',
      'pdf/broken: Expected the PDF to have the language "en-GB", found "".',
      'pdf/broken: Expected the PDF to have a head for each of its 1 tables, found 0.',
      'pdf/broken: Expected the PDF to have dc:creator "Morwenna Teague; Jon Hale" in its metadata, found "".',
      'pdf/broken: Expected the PDF to have dc:language "en-GB" in its metadata, found "".',
      'pdf/broken: Expected the PDF to have xmp:CreateDate "2026-03-05T18:05:00+00:00" in its metadata, found "".',
      'pdf/broken: Expected the PDF to have xmp:ModifyDate "2026-03-06T09:00:00+00:00" in its metadata, found "".',
      'pdf/broken: Expected the PDF to have a first bookmark "How a lighthouse is switched off", found "".',
      'pdf/broken: Expected the PDF to have a bookmark for each of its 3 headings, found 0.',
    ])
  })

  it('is found broken where the rows of a table stand in neither a head nor a body', async () => {
    const { PDFDocument, PDFName: { of }, PDFDict } = await import('@cantoo/pdf-lib')
    const damaged = await PDFDocument.load(await print(everyNode))
    const elements = [...tagElements(damaged)]
    const typed = (type: string) => elements.filter((element) => element.lookup(of('S')) === of(type))
    const [table] = typed('Table')
    table?.set(of('K'), damaged.context.obj(typed('TR').map((row) => damaged.context.getObjectRef(row) ?? null)))
    for (const row of typed('TR')) if (table instanceof PDFDict) row.set(of('P'), damaged.context.getObjectRef(table) ?? table)
    const found = (await judged(await damaged.save())).filter(({ rule }) => rule === 'pdf/broken')
    expect(found.map(({ reason }) => reason)).toEqual([
      'Expected the PDF to have every row of a table in its head or its body, found 3 in neither.',
      'Expected the PDF to have a head for each of its 1 tables, found 0.',
    ])
  })

  it('is found broken where the first bookmark is another one', async () => {
    const found = await judged(await print(everyNode), { ...everyNode, headline: 'Another headline' })
    expect(found.map(({ reason }) => reason)).toContain('Expected the PDF to have a first bookmark "Another headline", found "How a lighthouse is switched off".')
  })

  it('is found sound as it is made', async () => {
    expect(await judged(await print(everyNode))).toEqual([])
  })

  async function judged(bytes: Uint8Array, story = everyNode): Promise<Diagnostic[]> {
    const [planned] = pdf.plan(everyNode, pdf.options.parse({}))
    return judge(pdf, [{ path: planned?.path ?? '', mediaType: 'application/pdf', bytes }], story, newsroom.newsroom.publication)
  }
})

/** What the file says of itself. */
async function about(bytes: Uint8Array): Promise<string> {
  const files = await pdf.snapshot({ path: 'a.pdf', mediaType: 'application/pdf', bytes })
  return files.find(({ name }) => name === 'document.txt')?.text ?? ''
}

/** Pages of one tagged line, that many points above the lower edge of 800. */
async function pagesWithALine(count: number, height = 700): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.create()
  for (let page = 0; page < count; page++) replaceContent(document, document.addPage([600, 800]), `/P <</MCID 0 >>BDC\nBT\n1 0 0 1 50 ${height} Tm\nET\nEMC`)
  return document.save()
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
