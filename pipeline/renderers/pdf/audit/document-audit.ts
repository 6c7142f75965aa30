import { PDFBool, PDFName } from '@cantoo/pdf-lib'
import { dictOf, listOf, nameOf, wordsOf, type AuditedFile } from './audited-file.ts'
import type { PdfFault } from './pdf-fault.ts'

const key = PDFName.of

/** What a file says of itself as a whole: metadata, title, languages, and things that the PDF of a story never has (ISO 14289-1, 7.1, 7.2, 7.10 to 7.16). */
export function auditDocument(file: AuditedFile): PdfFault[] {
  return [...metadata(file), ...title(file), ...languages(file), ...strangers(file)]
}

function metadata({ catalog }: AuditedFile): PdfFault[] {
  const stream = catalog.lookup(key('Metadata'))
  const xmp = stream !== undefined && 'getContents' in stream && typeof stream.getContents === 'function' ? Buffer.from(stream.getContents() as Uint8Array).toString('utf8') : ''
  if (xmp === '') return [{ condition: '06-001', found: 'none' }]
  const [, named = ''] = /<dc:title>([\s\S]*?)<\/dc:title>/.exec(xmp) ?? []
  return [
    ...(/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp) ? [] : [{ condition: '06-002' as const, found: 'no pdfuaid:part 1' }]),
    ...(/<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(named) ? [] : [{ condition: '06-003' as const, found: 'no dc:title' }]),
    ...(/xml:lang="[^"]+"/.test(named) ? [] : [{ condition: '11-006' as const, found: 'a title without xml:lang' }]),
  ]
}

function title({ catalog }: AuditedFile): PdfFault[] {
  const shows = dictOf(catalog.lookup(key('ViewerPreferences')))?.lookup(key('DisplayDocTitle'))
  const suspects = dictOf(catalog.lookup(key('MarkInfo')))?.lookup(key('Suspects'))
  return [
    ...(shows === undefined ? [{ condition: '07-001' as const, found: 'no DisplayDocTitle' }] : []),
    ...(shows === PDFBool.False ? [{ condition: '07-002' as const, found: 'DisplayDocTitle false' }] : []),
    ...(suspects === PDFBool.True ? [{ condition: '01-007' as const, found: 'Suspects true' }] : []),
  ]
}

/** The catalog's language is that of everything in the file that names none; ours name one for all. */
function languages({ catalog, tags, pages }: AuditedFile): PdfFault[] {
  const language = wordsOf(catalog.lookup(key('Lang')))
  if (language !== undefined && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language)) return []
  const found = language === undefined ? 'no Lang' : `Lang “${language}”`
  const hasBookmarks = dictOf(catalog.lookup(key('Outlines')))?.has(key('First')) === true
  return [
    { condition: '11-001', found },
    ...(tags.some(({ dict }) => dict.has(key('Alt'))) ? [{ condition: '11-002' as const, found }] : []),
    ...(hasBookmarks ? [{ condition: '11-003' as const, found }] : []),
    ...(pages.some(({ annotations }) => annotations.length > 0) ? [{ condition: '11-004' as const, found }] : []),
  ]
}

/** Forms, layers, attachments and locks: a story on paper has none of them. */
function strangers({ pdf, catalog }: AuditedFile): PdfFault[] {
  const form = dictOf(catalog.lookup(key('AcroForm')))
  const names = dictOf(catalog.lookup(key('Names')))
  return [
    ...(form?.has(key('XFA')) ? [{ condition: '25-001' as const, found: 'an XFA form' }] : []),
    ...(form && listOf(form.lookup(key('Fields'))).length > 0 ? [{ condition: '28-005' as const, found: 'a form' }, { condition: '11-005' as const, found: 'a form' }] : []),
    ...(catalog.has(key('OCProperties')) ? layers(dictOf(catalog.lookup(key('OCProperties')))) : []),
    ...(names?.has(key('EmbeddedFiles')) ? [{ condition: '21-001' as const, found: 'an embedded file' }] : []),
    ...(pdf.context.trailerInfo.Encrypt === undefined ? [] : [{ condition: '26-001' as const, found: 'an encryption dictionary' }, { condition: '26-002' as const, found: 'an encryption dictionary' }]),
  ]
}

function layers(properties: ReturnType<typeof dictOf>): PdfFault[] {
  const standard = dictOf(properties?.lookup(key('D')))
  const others = listOf(properties?.lookup(key('Configs')))
  return [
    { condition: '20-002', found: `layers, named “${wordsOf(standard?.lookup(key('Name'))) ?? ''}”` },
    ...(others.length > 0 ? [{ condition: '20-001' as const, found: `${others.length} configurations of layers` }] : []),
    ...([standard, ...others.map(dictOf)].some((one) => one?.has(key('AS'))) ? [{ condition: '20-003' as const, found: nameOf(key('AS')) ?? '' }] : []),
  ]
}
