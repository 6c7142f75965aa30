import { PDFDocument } from '@cantoo/pdf-lib'
import type { Setting } from '../../../templates/pdf/paper.ts'
import type { PrintedPage } from '../../tools/browser/print-job.ts'
import type { Settings } from './choose-setting.ts'
import { lastPageDepth } from './last-page.ts'

// A last page that is filled less than this is wasted paper, and looks like a mistake.
const wellFilled = 0.5

/**
 * Print a story so that its last page is worth turning to. One that ends in a few lines on a page of their own is set in
 * other ways; where none of them saves a page, it stays as it was.
 */
export async function printToFit([first, ...others]: Settings, print: (setting: Setting) => Promise<PrintedPage>): Promise<PrintedPage> {
  const chosen = await print(first)
  const { pages, depth } = await measure(chosen)
  if (pages === 1 || depth >= wellFilled) return chosen
  for (const setting of others) {
    const printed = await print(setting)
    if ((await measure(printed)).pages < pages) return printed
  }
  return chosen
}

async function measure({ pdf: bytes }: PrintedPage): Promise<{ pages: number; depth: number }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return { pages: pdf.getPageCount(), depth: lastPageDepth(pdf) }
}
