import { PDFDict, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import type { Operation } from '../content-operators.ts'
import { dictOf, nameOf, numberOf, type AuditedFile, type AuditedPage } from './audited-file.ts'
import type { PdfFault } from './pdf-fault.ts'

const key = PDFName.of
const paints = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'EI'])

/** A mark that is open: decoration, a piece of tagged content, or neither (a span with replacement text). */
type Mark = { kind: 'artifact' } | { kind: 'tagged'; id: number } | { kind: 'neither' }

/** Everything that is painted is tagged or decoration, and every piece of tagged content is in the tree (ISO 14289-1, 7.1 and 7.20; ISO 32000-1, 14.7.4). */
export function auditContent(file: AuditedFile): PdfFault[] {
  return [...file.pages.flatMap((page) => [...auditPage(page, file), ...auditDrawings(page)]), ...usedTwice(file)]
}

function auditPage(page: AuditedPage, file: AuditedFile): PdfFault[] {
  const owned = new Set(file.tags.flatMap(({ marks }) => marks.filter((mark) => mark.page === page.dict).map(({ id }) => id)))
  const faults = new Map<string, PdfFault>()
  const note = (condition: PdfFault['condition'], found: string): void => void faults.set(`${condition} ${found}`, { condition, where: `page ${page.number}`, found })
  const open: Mark[] = []
  for (const operation of page.operations) {
    const { operator } = operation
    if (operator === 'BDC' || operator === 'BMC') {
      const mark = markOf(operation)
      if (mark.kind === 'artifact' && open.some(({ kind }) => kind === 'tagged')) note('01-003', 'Artifact inside of a tag')
      if (mark.kind === 'tagged' && open.some(({ kind }) => kind === 'artifact')) note('01-004', `marked content ${mark.id} inside of an Artifact`)
      if (mark.kind === 'tagged' && !owned.has(mark.id)) note('01-005', `marked content ${mark.id}, which no tag holds`)
      open.push(mark)
    } else if (operator === 'EMC') open.pop()
    else if (paints.has(operator) && open.every(({ kind }) => kind === 'neither')) note('01-005', `${operator} outside of every mark`)
  }
  return [...faults.values()]
}

function markOf({ operands }: Operation): Mark {
  if (operands[0] === '/Artifact') return { kind: 'artifact' }
  const place = operands.indexOf('/MCID')
  return place === -1 ? { kind: 'neither' } : { kind: 'tagged', id: Number(operands[place + 1]) }
}

/** Pages of other files (a Ref entry) have no place here. */
function auditDrawings({ number, dict }: AuditedPage): PdfFault[] {
  return drawingsOf(dict).flatMap((drawing) => (drawing.dict.has(key('Ref')) ? [{ condition: '30-001' as const, where: `page ${number}`, found: 'a reference XObject' }] : []))
}

/** A form XObject that holds tagged content may be painted once only: its content has one place in the tree. */
function usedTwice({ pages }: AuditedFile): PdfFault[] {
  const uses = new Map<PDFStream, number>()
  for (const { dict, operations } of pages) {
    const objects = dictOf(dictOf(dict.lookup(key('Resources')))?.lookup(key('XObject')))
    for (const { operator, operands } of operations) {
      const drawing = operator === 'Do' ? objects?.lookup(key(operands[0]?.slice(1) ?? '')) : undefined
      if (drawing instanceof PDFStream && numberOf(drawing.dict.lookup(key('StructParents'))) !== undefined) uses.set(drawing, (uses.get(drawing) ?? 0) + 1)
    }
  }
  return [...uses.values()].filter((count) => count > 1).map((count) => ({ condition: '30-002', found: `${count} uses` }))
}

function drawingsOf(page: PDFDict): PDFRawStream[] {
  const objects = dictOf(dictOf(page.lookup(key('Resources')))?.lookup(key('XObject')))
  return (objects?.keys() ?? []).flatMap((name) => {
    const drawing = objects?.lookup(name)
    return drawing instanceof PDFRawStream && nameOf(drawing.dict.lookup(key('Subtype'))) === 'Form' ? [drawing] : []
  })
}
