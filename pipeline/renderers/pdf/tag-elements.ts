import { PDFArray, PDFDict, PDFName, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

/** Every structure element of a document, in reading order (ISO 32000-2, 14.7.2). */
export function* tagElements(pdf: PDFDocument): Generator<PDFDict> {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (root) yield* below(root, pdf.context)
}

function* below(element: PDFDict, context: PDFContext): Generator<PDFDict> {
  for (const kid of kidsOf(element, context)) {
    if (!(kid instanceof PDFDict) || !kid.has(PDFName.of('S'))) continue
    yield kid
    yield* below(kid, context)
  }
}

/** What an element holds: elements, references to annotations, numbers of marked content. */
export function kidsOf(element: PDFDict, context: PDFContext): (PDFObject | undefined)[] {
  const kids = element.lookup(PDFName.of('K'))
  return kids instanceof PDFArray ? kids.asArray().map((kid) => context.lookup(kid)) : [kids]
}
