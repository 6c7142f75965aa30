import { PDFName, type PDFDict } from '@cantoo/pdf-lib'
import { nameOf, roleOf, wordsOf, type AuditedFile, type AuditedPage } from './audited-file.ts'
import type { PdfFault } from './pdf-fault.ts'

const key = PDFName.of

/** What annotations of other kinds than links are refused for: the PDF of a story has none of them. */
const strangers: Readonly<Record<string, PdfFault['condition'][]>> = {
  Widget: ['28-010'], TrapNet: ['28-007'], PrinterMark: ['28-017', '28-018'], FileAttachment: ['28-016'], Screen: ['28-014', '28-015'], Movie: ['28-014', '28-015'], RichMedia: ['28-014', '28-015'],
}
const known = new Set(['Text', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink', 'Popup', 'Sound', 'Watermark', '3D', 'Redact'])

/** Links are tagged, described and reached in the order of the tags (ISO 14289-1, 7.18). */
export function auditAnnotations(file: AuditedFile): PdfFault[] {
  const tagged = new Map(file.tags.flatMap((tag) => tag.annotations.map((annotation) => [annotation, roleOf(tag, file.roles)] as const)))
  return file.pages.flatMap((page) => [...tabOrder(page), ...page.annotations.flatMap((annotation, index) => auditAnnotation(annotation, tagged, `page ${page.number}, annotation ${index + 1}`))])
}

function tabOrder({ number, dict, annotations }: AuditedPage): PdfFault[] {
  if (annotations.length === 0) return []
  const order = nameOf(dict.lookup(key('Tabs')))
  const where = `page ${number}`
  if (order === undefined) return [{ condition: '28-008', where, found: 'no Tabs' }]
  return order === 'S' ? [] : [{ condition: '28-009', where, found: `Tabs ${order}` }]
}

function auditAnnotation(annotation: PDFDict, tagged: ReadonlyMap<PDFDict, string>, where: string): PdfFault[] {
  const type = nameOf(annotation.lookup(key('Subtype'))) ?? ''
  const contents = wordsOf(annotation.lookup(key('Contents')))
  if (type === 'Link') {
    return [
      ...(tagged.get(annotation) === 'Link' ? [] : [{ condition: '28-011' as const, where, found: `in ${tagged.get(annotation) ?? 'no tag'}` }]),
      ...(contents === undefined ? [{ condition: '28-012' as const, where, found: 'no Contents' }] : []),
    ]
  }
  const special = strangers[type]
  if (special) return special.map((condition) => ({ condition, where, found: type }))
  return [
    { condition: known.has(type) ? '28-002' : '28-006', where, found: type },
    ...(contents === undefined ? [{ condition: '28-004' as const, where, found: 'no Contents' }] : []),
  ]
}
