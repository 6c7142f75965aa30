import type { Article } from '../../ast/article.ts'
import { lastChanged } from '../../ast/edition.ts'
import type { Publication } from '../../ast/publication.ts'
import { plainText } from './plain-text.ts'

/** The XMP packet of a story (ISO 16684-1): Dublin Core, dates, what made it, and PDF/UA-1 where the file keeps it (ISO 14289-1, 5). Equal stories give equal packets. */
export function storyXmp(article: Article, publication: Pick<Publication, 'name'>, producer: string, claimsAccessibility: boolean): string {
  const { headline, standfirst, byline, tags, language, rights, published, url } = article
  const changed = lastChanged(article)
  const rightsLine = [rights?.holder, rights?.notice].filter(Boolean).join('. ')
  const properties = [
    ['dc:format', 'application/pdf'],
    ['dc:title', alternatives(headline, language)],
    ['dc:creator', list('Seq', byline.map(({ name }) => name))],
    ['dc:description', alternatives(plainText(standfirst), language)],
    ['dc:subject', list('Bag', tags)],
    ['dc:publisher', list('Bag', [publication.name])],
    ['dc:language', list('Bag', [language])],
    ['dc:rights', alternatives(rightsLine, language)],
    ['dc:identifier', escape(url)],
    ['dc:date', list('Seq', [published])],
    ['xmp:CreateDate', escape(published)],
    ['xmp:ModifyDate', escape(changed)],
    ['xmp:MetadataDate', escape(changed)],
    ['xmp:CreatorTool', 'Galley'],
    ['pdf:Producer', escape(producer)],
    ['pdf:Keywords', escape(tags.join('; '))],
    ['pdfuaid:part', claimsAccessibility ? '1' : ''],
  ].filter(([, value]) => value !== '')
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    ...properties.map(([name, value]) => `   <${name}>${value}</${name}>`),
    '  </rdf:Description>',
    ' </rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

function alternatives(text: string, language: string): string {
  if (!text) return ''
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li><rdf:li xml:lang="${escape(language)}">${escape(text)}</rdf:li></rdf:Alt>`
}

function list(kind: 'Seq' | 'Bag', values: readonly string[]): string {
  return values.length ? `<rdf:${kind}>${values.map((value) => `<rdf:li>${escape(value)}</rdf:li>`).join('')}</rdf:${kind}>` : ''
}

// Control characters are left out: XML 1.0 cannot hold them, not even as references.
function escape(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
