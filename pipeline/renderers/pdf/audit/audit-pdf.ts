import type { PDFDocument } from '@cantoo/pdf-lib'
import { auditAnnotations } from './annotation-audit.ts'
import { openFile, roleOf, type AuditedFile } from './audited-file.ts'
import { auditContent } from './content-audit.ts'
import { auditDocument } from './document-audit.ts'
import { auditFonts } from './font-audit.ts'
import type { PdfFault } from './pdf-fault.ts'
import { auditStructure } from './structure-audit.ts'

/** Every machine-checkable condition of PDF/UA-1 (ISO 14289-1) that a file fails, after the Matterhorn Protocol 1.1; `conditions.ts` lists them. */
export function auditPdf(pdf: PDFDocument): PdfFault[] {
  const file = openFile(pdf)
  const fonts = auditFonts(file)
  return [...auditDocument(file), ...auditContent(file), ...auditStructure(file), ...auditAnnotations(file), ...fonts, ...formulas(file, fonts)]
}

/** A formula in a file with a glyph that has no character may be what the glyph is in. */
function formulas({ tags, roles }: AuditedFile, fonts: readonly PdfFault[]): PdfFault[] {
  const hasFormula = tags.some((tag) => roleOf(tag, roles) === 'Formula')
  return hasFormula ? fonts.filter(({ condition }) => condition === '10-001').map((fault) => ({ ...fault, condition: '17-003' })) : []
}
