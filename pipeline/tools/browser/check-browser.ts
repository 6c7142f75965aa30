import { textOfPdf } from '../pdf/text-of-pdf.ts'
import type { LaunchedBrowser } from './launch-browser.ts'
import { printPage } from './print-page.ts'

const words = 'Galley proof'

/** Print two words and read them back: a browser that finds no font prints blank pages and reports success. Throws if they are not there. */
export async function checkBrowser({ browser }: Pick<LaunchedBrowser, 'browser'>): Promise<void> {
  const page = await browser.newPage()
  const { pdf } = await printPage(page, { html: `<!doctype html><title>${words}</title><p>${words}</p>`, files: async () => undefined })
  await page.close()
  await checkProof(pdf)
}

/** Throws unless the text of the proof can be read in a PDF. */
export async function checkProof(pdf: Uint8Array): Promise<void> {
  const text = (await textOfPdf(pdf)).trim()
  if (text !== words) throw new Error(`Expected a test page to say "${words}", found ${text ? `"${text}"` : 'a blank page'}: the browser finds no fonts.`)
}
