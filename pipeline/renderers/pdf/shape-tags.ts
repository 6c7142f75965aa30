import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { tagElements } from './tag-elements.ts'

const key = PDFName.of

/** What the types of PDF 2.0 that Chromium uses stand for in PDF 1.7, which PDF/UA-1 builds on (ISO 14289-1, 7.1). */
const roles = { Strong: 'Span', Em: 'Span', Sub: 'Span', Aside: 'Div', Title: 'P', FENote: 'Note', DocumentFragment: 'Part' } as const

/**
 * Bring the tags that Chromium writes into the shape that PDF/UA-1 asks for: known types, list items with a body (ISO 32000-1, table 336),
 * and tables with a head and a body (table 337).
 */
export function shapeTags(pdf: PDFDocument): void {
  const root = pdf.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)
  if (!root) return
  const elements = [...tagElements(pdf)]
  const used = new Set(elements.map((element) => element.lookup(key('S'))?.toString().slice(1)))
  const map = Object.fromEntries(Object.entries(roles).filter(([type]) => used.has(type)))
  if (Object.keys(map).length > 0) root.set(key('RoleMap'), pdf.context.obj(map))
  for (const table of elements.filter((element) => element.lookup(key('S')) === key('Table'))) groupRows(table, pdf.context)
  const bodies = new Map(elements.filter((element) => element.lookup(key('S')) === key('LI')).flatMap((item) => giveBody(item, pdf.context)))
  if (bodies.size > 0) handOver(root.get(key('ParentTree')), bodies, pdf.context)
}

/** A table of a story has one row of headings, the first; Chromium forgets what of the page said so. */
function groupRows(table: PDFDict, context: PDFContext): void {
  const place = context.getObjectRef(table)
  const kids = arrayOf(table.lookup(key('K')))
  const rows = kids.filter((kid) => typeOf(kid, context) === 'TR')
  if (place === undefined || rows.length === 0) return
  const group = (type: 'THead' | 'TBody', held: PDFObject[]): PDFRef[] => {
    if (held.length === 0) return []
    const reference = context.register(context.obj({ Type: 'StructElem', S: type, P: place, K: held }))
    for (const row of held) context.lookup(row, PDFDict).set(key('P'), reference)
    return [reference]
  }
  const others = kids.filter((kid) => !rows.includes(kid))
  table.set(key('K'), context.obj([...others, ...group('THead', rows.slice(0, 1)), ...group('TBody', rows.slice(1))]))
}

/** Put what an item says, but for its label, into a body; the references of the item and of its body. */
function giveBody(item: PDFDict, context: PDFContext): [string, PDFRef][] {
  const place = context.getObjectRef(item)
  const own = item.get(key('K'))
  const kids = own instanceof PDFArray ? own.asArray() : own === undefined ? [] : [own]
  const said = kids.filter((kid) => !['Lbl', 'LBody'].includes(typeOf(kid, context)))
  if (place === undefined || said.length === 0) return []
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: place, K: said })
  const page = item.get(key('Pg'))
  if (page) body.set(key('Pg'), page)
  const reference = context.register(body)
  for (const kid of said) if (typeOf(kid, context) !== '') context.lookup(kid, PDFDict).set(key('P'), reference)
  item.set(key('K'), context.obj([...kids.filter((kid) => !said.includes(kid)), reference]))
  return said.some((kid) => isMark(kid, context)) ? [[place.toString(), reference]] : []
}

function typeOf(kid: PDFObject, context: PDFContext): string {
  const element = context.lookup(kid)
  return element instanceof PDFDict ? (element.lookup(key('S'))?.toString().slice(1) ?? '') : ''
}

function isMark(kid: PDFObject, context: PDFContext): boolean {
  return context.lookup(kid) instanceof PDFNumber || typeOf(kid, context) === ''
}

/** Marked content that an item held is its body's now: the way from content to tags (ISO 32000-1, 14.7.4.4) says so too. */
function handOver(tree: PDFObject | undefined, bodies: ReadonlyMap<string, PDFRef>, context: PDFContext): void {
  const node = context.lookup(tree)
  if (!(node instanceof PDFDict)) return
  for (const branch of arrayOf(node.lookup(key('Kids')))) handOver(branch, bodies, context)
  for (const entry of arrayOf(node.lookup(key('Nums')))) {
    const holders = context.lookup(entry)
    if (!(holders instanceof PDFArray)) continue
    holders.asArray().forEach((holder, index) => {
      const body = holder instanceof PDFRef ? bodies.get(holder.toString()) : undefined
      if (body) holders.set(index, body)
    })
  }
}

function arrayOf(object: PDFObject | undefined): PDFObject[] {
  return object instanceof PDFArray ? object.asArray() : []
}
