import { defineCheck } from '../../contract/check.ts'
import { version } from '../../tools/installation.ts'
import { conditions, type ConditionId } from './audit/conditions.ts'

/** A letter that no font has is told of by its name while the story is printed; the file is published without the claim. */
const toldWhilePrinting = new Set<ConditionId>(['10-001', '31-030'])

/** Every finished PDF against what of PDF/UA-1 a machine can judge. */
export const auditCheck = defineCheck<unknown>({
  name: 'PDF/UA audit',
  level: 'always',
  against: 'bytes',
  version: async () => ({ version }),
  async judge({ artifact: { path, bytes }, article, report }) {
    const [{ ParseSpeeds, PDFDocument }, { auditPdf }] = await Promise.all([import('@cantoo/pdf-lib'), import('./audit/audit-pdf.ts')])
    const faults = auditPdf(await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }))
    const isUnclaimed = faults.some(({ condition }) => toldWhilePrinting.has(condition))
    for (const { condition, where, found } of faults) {
      if (isUnclaimed && condition === '06-002') continue
      const rule = toldWhilePrinting.has(condition) ? 'pdf/not-claimed' : 'pdf/not-accessible'
      report(rule, { file: article.source }, { path, condition, meaning: conditions[condition][1], detail: where === undefined ? found : `${where}: ${found}` })
    }
  },
})
