import { PDFDocument } from '@cantoo/pdf-lib'
import { readOperations } from '../../pipeline/renderers/pdf/content-operators.ts'
import { contentOf } from '../../pipeline/renderers/pdf/page-content.ts'

const paints = new Set(['Tj', 'TJ', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh'])

/** What is painted on the pages of a PDF outside of any mark, as `page 1: Tj`. */
export async function unmarkedOperators(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return pdf.getPages().flatMap((page, index) => {
    let depth = 0
    const unmarked: string[] = []
    for (const { operator } of readOperations(contentOf(page))) {
      if (operator === 'BDC' || operator === 'BMC') depth += 1
      if (operator === 'EMC') depth -= 1
      if (depth === 0 && paints.has(operator)) unmarked.push(`page ${index + 1}: ${operator}`)
    }
    return unmarked
  })
}
