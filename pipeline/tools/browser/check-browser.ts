import { textOfPdf } from '../pdf/text-of-pdf.ts'
import type { LaunchedBrowser } from './launch-browser.ts'
import { openTab, type Tab } from './tab.ts'

const words = 'Galley proof'

/** Print two words and read them back: a browser that finds no font prints blank pages and reports success. Throws if they are not there. Returns the tab that printed them. */
export async function checkBrowser({ browser }: Pick<LaunchedBrowser, 'browser'>): Promise<Tab> {
  const tab = await openTab(browser)
  const { pdf } = await tab.print({ html: `<!doctype html><title>${words}</title><p>${words}</p>`, files: async () => undefined })
  await checkProof(pdf)
  return tab
}

/** Throws unless the text of the proof can be read in a PDF. */
export async function checkProof(pdf: Uint8Array): Promise<void> {
  const text = (await textOfPdf(pdf)).trim()
  if (text !== words) throw new Error(`Expected a test page to say "${words}", found ${text ? `"${text}"` : 'a blank page'}: the browser finds no fonts.`)
}
