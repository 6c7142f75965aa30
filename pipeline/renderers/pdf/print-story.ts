import type { Article } from '../../ast/article.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import type { Setting } from '../../../templates/pdf/paper.ts'
import { NoRoom } from '../../tools/temporary-folders.ts'
import { BrowserProblem } from '../../tools/browser/browser-problem.ts'
import type { PdfOptions } from './pdf-options.ts'
import { makePrintDocument } from './print-document.ts'
import { printerFor } from './printers.ts'

/** Draw a story as a page, have a browser print it, and finish what the browser leaves undone. */
export async function printStory(article: Article, context: RenderContext<PdfOptions>): Promise<Uint8Array> {
  const { html, settings, words, headings, files } = await makePrintDocument(article, context)
  const { seconds, browser } = context.options
  try {
    // Loaded here, because the library behind them is large and a run without a PDF needs none of it.
    const { finishPdf } = await import('./finish-pdf.ts')
    const { printToFit } = await import('./copyfit.ts')
    const print = (setting: Setting) => printerFor(browser).print({ html: html(setting), files, seconds, signal: context.signal })
    const { pdf, refused } = await printToFit(settings, print)
    for (const address of refused) context.report('pdf/refused', { file: article.source }, { address })
    return await finishPdf({ pdf, words, headings }, article, context)
  } catch (error) {
    if (error instanceof BrowserProblem) context.report('pdf/no-browser', { file: 'publication.yml' }, { detail: error.message })
    if (error instanceof NoRoom) context.report('pdf/no-room', { file: '' }, { detail: error.message })
    throw error
  }
}
