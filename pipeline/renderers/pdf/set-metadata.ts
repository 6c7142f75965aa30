import { PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import type { Article } from '../../ast/article.ts'
import { lastChanged } from '../../ast/edition.ts'
import type { Publication } from '../../ast/publication.ts'
import { plainText } from './plain-text.ts'
import { storyXmp } from './story-xmp.ts'

/** Title, authors, language and dates of the story, in the information dictionary and as XMP (ISO 32000-2, 14.3). */
export function setMetadata(pdf: PDFDocument, article: Article, publication: Pick<Publication, 'name'>, { claimsAccessibility }: { claimsAccessibility: boolean }): void {
  const { context, catalog } = pdf
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  const producer = info.lookupMaybe(PDFName.of('Producer'), PDFString, PDFHexString)?.decodeText() ?? 'Chromium'
  const set = (key: string, value: string | undefined) => (value ? info.set(PDFName.of(key), PDFHexString.fromText(value)) : info.delete(PDFName.of(key)))
  set('Title', article.headline)
  set('Author', article.byline.map(({ name }) => name).join('; '))
  set('Subject', plainText(article.standfirst))
  set('Keywords', article.tags.join('; '))
  set('Creator', 'Galley')
  set('Producer', producer)
  info.set(PDFName.of('CreationDate'), PDFString.of(pdfDate(article.published)))
  info.set(PDFName.of('ModDate'), PDFString.of(pdfDate(lastChanged(article))))

  const xmp = new TextEncoder().encode(storyXmp(article, publication, producer, claimsAccessibility))
  // Not compressed, so that programs that know nothing of PDF find it (ISO 16684-1).
  const stream = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
  const place = catalog.get(PDFName.of('Metadata'))
  if (place instanceof PDFRef) context.assign(place, stream)
  else catalog.set(PDFName.of('Metadata'), context.register(stream))
  catalog.set(PDFName.of('Lang'), PDFHexString.fromText(article.language))
}

/** ISO 32000-2, 7.9.4: `D:20260304180500+01'00'`. */
export function pdfDate(iso: string): string {
  const [, date = '', time = '', zone = ''] = /^([\d-]+)T([\d:]+)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/i.exec(iso) ?? []
  const offset = zone.length === 1 ? 'Z' : `${zone.replace(':', "'")}'`
  return `D:${date.replaceAll('-', '')}${time.replaceAll(':', '').padEnd(6, '0')}${offset}`
}
