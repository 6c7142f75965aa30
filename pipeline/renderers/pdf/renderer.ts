import { wholeStory } from '../../ast/addresses.ts'
import { defineRenderer, type PlannedFile } from '../../contract/renderer.ts'
import type { Article } from '../../ast/article.ts'
import { addressesOfPdf } from '../../tools/pdf/addresses-of-pdf.ts'
import { textOfPdf } from '../../tools/pdf/text-of-pdf.ts'
import { auditCheck } from './audit-check.ts'
import { pdfCheck } from './check-pdf.ts'
import { pdfNodes } from './pdf-nodes.ts'
import { PdfOptions } from './pdf-options.ts'
import { printStory } from './print-story.ts'
import { closePrinters, printerVersion } from './printers.ts'
import { snapshotPdf } from './snapshot-pdf.ts'

/** A story on paper: `<slug>.pdf`, tagged and outlined (ISO 32000-2). Of a gated story there is a private copy only, complete. */
export const pdf = defineRenderer<PdfOptions>({
  name: 'pdf',
  title: 'PDF',
  inputs: [],
  nodes: pdfNodes,
  options: PdfOptions,
  plan,
  render: async (article, context) => {
    const bytes = await printStory(article, context)
    return plan(article).map(({ path, mediaType }) => ({ path, mediaType, bytes }))
  },
  cacheKey: async ({ browser }) => printerVersion(browser),
  checks: [pdfCheck, auditCheck],
  text: async ({ bytes }) => textOfPdf(bytes),
  addresses: async ({ bytes }) => addressesOfPdf(bytes),
  snapshot: async ({ bytes }) => snapshotPdf(bytes),
  close: closePrinters,
})

function plan(article: Article): PlannedFile[] {
  const { folder, audience } = wholeStory(article)
  return [{ path: `${folder}/${article.slug}.pdf`, mediaType: 'application/pdf', rel: 'pdf', audience, holds: 'whole' }]
}
