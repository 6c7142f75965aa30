import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { tagElements } from './tag-elements.ts'

/**
 * Number the ids of structure elements in reading order. Chromium counts them through all pages that a browser has ever
 * shown, so the same story would get others each time. Table cells name their headers by them.
 */
export function renumberIds(pdf: PDFDocument): void {
  const elements = [...tagElements(pdf)]
  const named = elements.filter((element) => element.has(PDFName.of('ID')))
  const numbers = new Map(named.map((element, index) => [textOf(element.lookup(PDFName.of('ID'))), `n${String(index + 1).padStart(6, '0')}`]))
  for (const element of named) element.set(PDFName.of('ID'), PDFString.of(numbers.get(textOf(element.lookup(PDFName.of('ID')))) ?? ''))
  for (const headers of elements.flatMap((element) => headersOf(element))) {
    headers.asArray().forEach((id, index) => headers.set(index, PDFString.of(numbers.get(textOf(id)) ?? '')))
  }
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const names = named.flatMap((element) => [element.lookup(PDFName.of('ID')), pdf.context.getObjectRef(element)])
  if (!root || named.length === 0) return
  remove(root.get(PDFName.of('IDTree')), pdf)
  root.set(PDFName.of('IDTree'), idTree(pdf, names.filter((name) => name !== undefined)))
}

/** Take a name tree out of the file, with its branches (ISO 32000-2, 7.9.6): unused, it would still hold the former ids. */
function remove(tree: PDFObject | undefined, pdf: PDFDocument): void {
  const node = pdf.context.lookup(tree)
  const branches = node instanceof PDFDict ? node.lookup(PDFName.of('Kids')) : undefined
  if (branches instanceof PDFArray) branches.asArray().forEach((branch) => remove(branch, pdf))
  if (tree instanceof PDFRef) pdf.context.delete(tree)
}

function idTree(pdf: PDFDocument, names: Parameters<PDFArray['push']>[0][]): PDFDict {
  const list = PDFArray.withContext(pdf.context)
  names.forEach((name) => list.push(name))
  const tree = PDFDict.withContext(pdf.context)
  tree.set(PDFName.of('Names'), list)
  return tree
}

/** The lists of header ids in an element's attributes (ISO 32000-2, 14.8.5.7). */
function headersOf(element: PDFDict): PDFArray[] {
  const attributes = element.lookup(PDFName.of('A'))
  const all = attributes instanceof PDFArray ? attributes.asArray().map((one) => element.context.lookup(one)) : [attributes]
  return all.flatMap((one) => {
    const headers = one instanceof PDFDict ? one.lookup(PDFName.of('Headers')) : undefined
    return headers instanceof PDFArray ? [headers] : []
  })
}

function textOf(object: unknown): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}
