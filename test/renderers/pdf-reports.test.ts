import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { pdf } from '../../pipeline/renderers/pdf/renderer.ts'
import { reportLetters } from '../../pipeline/renderers/pdf/report-letters.ts'
import { judge } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

let newsroom: TestNewsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(async () => {
  await pdf.close?.()
  await newsroom.close()
})

describe('what is said of a printed story', () => {
  it('names what the page asked for and was not given: pdf/refused', async () => {
    const article = await newsroom.article('two-sentences')
    const found: Diagnostic[] = []
    const context = await newsroom.contextFor(pdf, article, found)
    const counted = new TextEncoder().encode('\nbody { background-image: url(https://counter.example/seen.png) }')
    const template = async (path: string) => (path.endsWith('.css') ? Buffer.concat([await context.template(path), counted]) : context.template(path))
    await pdf.render(article, { ...context, template })
    expect(found.filter(({ rule }) => rule === 'pdf/refused')).toMatchObject([{ severity: 'warning', reason: expect.stringContaining('https://counter.example/seen.png') }])
  })

  it('counts its pages: pdf/too-long', async () => {
    const article = await newsroom.article('every-node')
    const { artifacts } = await newsroom.draw(pdf, article)
    const { publication } = newsroom.newsroom
    expect(await judge(pdf, artifacts, article, publication)).toEqual([])
    expect(await judge(pdf, artifacts, article, { ...publication, limits: { pages: 1 } })).toMatchObject([{ rule: 'pdf/too-long', severity: 'error', reason: expect.stringContaining('at most 1') }])
  })

  it('names each font that is not the newspaper’s own: pdf/foreign-font', async () => {
    const article = await newsroom.article('two-sentences')
    const { artifacts } = await newsroom.draw(pdf, article)
    const document = await PDFDocument.load(artifacts[0]?.bytes ?? new Uint8Array())
    await document.embedFont('Helvetica')
    const found: Diagnostic[] = []
    reportLetters(await PDFDocument.load(await document.save()), article.headline, article, { report: reportInto(found) })
    expect(found).toMatchObject([{ rule: 'pdf/foreign-font', severity: 'warning', reason: expect.stringContaining('Helvetica') }])
  })
})
