import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import type { Article } from '../../ast/article.ts'
import { kidsOf, tagElements } from './tag-elements.ts'

const key = PDFName.of

/** Give every link of a document words that say where it leads (ISO 14289-1, 7.18.5): its own description, else its address. */
export function describeLinks(pdf: PDFDocument, { headline }: Pick<Article, 'headline'>): void {
  for (const element of tagElements(pdf)) {
    if (element.lookup(key('S')) !== key('Link')) continue
    for (const kid of kidsOf(element, pdf.context)) {
      const annotation = kid instanceof PDFDict ? kid.lookup(key('Obj')) : undefined
      if (annotation instanceof PDFDict) annotation.set(key('Contents'), PDFHexString.fromText(description(element) ?? addressOf(annotation) ?? headline))
    }
  }
}

function description(element: PDFDict): string | undefined {
  return textOf(element.lookup(key('Alt')))
}

function addressOf(annotation: PDFDict): string | undefined {
  return textOf(annotation.lookupMaybe(key('A'), PDFDict)?.lookup(key('URI')))
}

function textOf(object: unknown): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined
}
