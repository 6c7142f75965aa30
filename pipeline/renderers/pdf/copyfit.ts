import { PDFDocument } from '@cantoo/pdf-lib'
import type { Fit } from '../../../templates/pdf/paper.ts'
import type { PrintedPage } from '../../tools/browser/print-page.ts'
import { lastPageDepth } from './last-page.ts'

const tighter: readonly Fit[] = ['tight', 'tighter']
// A last page that is filled less than this is wasted paper, and looks like a mistake.
const wellFilled = 0.38

/**
 * Print a story so that its last page is worth turning to. One that ends in a few lines on a page of their own is set
 * again a little tighter, and tighter still; where that saves no page, it stays as it was.
 */
export async function printToFit(print: (fit: Fit) => Promise<PrintedPage>): Promise<PrintedPage> {
  const normal = await print('normal')
  const { pages, depth } = await measure(normal)
  if (pages === 1 || depth >= wellFilled) return normal
  for (const fit of tighter) {
    const printed = await print(fit)
    if ((await measure(printed)).pages < pages) return printed
  }
  return normal
}

async function measure({ pdf: bytes }: PrintedPage): Promise<{ pages: number; depth: number }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return { pages: pdf.getPageCount(), depth: lastPageDepth(pdf) }
}
