import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { Setting } from '../../../templates/pdf/paper.ts'
import type { PrintedPage } from '../../tools/browser/print-job.ts'
import type { Settings } from './choose-setting.ts'
import { lastPageDepth } from './last-page.ts'

/** What was printed, opened: it is measured and finished without being read twice. */
export interface OpenPage {
  pdf: PDFDocument
  /** Addresses that the page asked for and did not get. */
  refused: readonly string[]
}

// A last page that is filled less than this is wasted paper, and looks like a mistake.
const wellFilled = 0.5
// The closest setting takes an eighth less than the widest; where a picture finds room on the page before, a fifth.
const mostSaved = 0.25

/**
 * Print a story so that its last page is worth turning to. One that ends in a few lines on a page of their own is set in
 * other ways; where none of them saves a page, or none can, it stays as it was.
 */
export async function printToFit([first, ...others]: Settings, print: (setting: Setting) => Promise<PrintedPage>): Promise<OpenPage> {
  const chosen = await open(await print(first))
  const pages = chosen.pdf.getPageCount()
  const depth = lastPageDepth(chosen.pdf)
  const isTooMuch = depth / (pages - 1 + depth) > mostSaved
  if (pages === 1 || depth >= wellFilled || isTooMuch) return chosen
  for (const setting of others) {
    const other = await open(await print(setting))
    if (other.pdf.getPageCount() < pages) return other
  }
  return chosen
}

async function open({ pdf, refused }: PrintedPage): Promise<OpenPage> {
  return { pdf: await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }), refused }
}
