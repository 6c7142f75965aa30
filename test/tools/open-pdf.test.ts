import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { loadPdfjs } from '../../pipeline/tools/pdf/load-pdfjs.ts'
import { openPdf } from '../../pipeline/tools/pdf/open-pdf.ts'

async function pages(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < count; page++) pdf.addPage()
  return pdf.save()
}

it('opens the same bytes once, and equal ones again', async () => {
  const bytes = await pages(1)
  const first = await openPdf(bytes, async (pdf) => pdf)
  expect(await openPdf(bytes, async (pdf) => pdf)).toBe(first)
  expect(await openPdf(bytes.slice(), async (pdf) => pdf)).not.toBe(first)
})

it('keeps a file open for everyone who still reads it', async () => {
  const files = await Promise.all([1, 2, 3].map(pages))
  const counts = await Promise.all([...files, ...files].map((bytes) => openPdf(bytes, async (pdf) => {
    await pdf.getPage(pdf.numPages)
    return pdf.numPages
  })))
  expect(counts).toEqual([1, 2, 3, 1, 2, 3])
})

it('opens what is no PDF as often as it is asked, and says so each time', async () => {
  const bytes = new TextEncoder().encode('a letter to the editor')
  await expect(openPdf(bytes, async () => undefined)).rejects.toThrow('Invalid PDF')
  await expect(openPdf(bytes, async () => undefined)).rejects.toThrow('Invalid PDF')
})

it('leaves the language as it was', async () => {
  const { getDocument } = await loadPdfjs()
  await getDocument({ data: await pages(1) }).promise
  for (const own of [Array.prototype.push, JSON.parse, JSON.stringify]) expect(String(own)).toContain('[native code]')
})
