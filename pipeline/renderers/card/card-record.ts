import type { DrawnLine } from './drawn-card.ts'

/** What a card says of itself, inside its file: who took the photo, whose it is, and which words stand where. */
export interface CardRecord {
  /** Names the drawing, as a line does; the photo is one too. */
  lines: readonly DrawnLine[]
  language: string
  credit?: string
  copyright?: string
}

/**
 * Write the record as XMP (ISO 16684-1): the words as they were drawn are the description and the alt text, and each
 * line is an image region (IPTC Photo Metadata Standard 2023.1, "Image Region"), in pixels.
 */
export function writeRecord({ lines, language, credit, copyright }: CardRecord): string {
  const words = escape(readingOrder(lines))
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">',
    alternative('dc:description', words),
    alternative('Iptc4xmpCore:AltTextAccessibility', words),
    `<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>`,
    ...(credit ? [`<photoshop:Credit>${escape(credit)}</photoshop:Credit>`] : []),
    ...(copyright ? [alternative('dc:rights', escape(copyright))] : []),
    `<Iptc4xmpExt:ImageRegion><rdf:Bag>${lines.map(region).join('')}</rdf:Bag></Iptc4xmpExt:ImageRegion>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

/** The words of a card as one reads them: lines of a headline run on. */
export function readingOrder(lines: readonly DrawnLine[]): string {
  return lines.map(({ key, text }, index) => (index > 0 && isHeadline(key) && isHeadline(lines[index - 1]?.key ?? '') ? ` ${text}` : `\n${text}`)).join('').trim()
}

function isHeadline(key: string): boolean {
  return key.startsWith('headline-')
}

function region({ key, text, left, top, width, height }: DrawnLine): string {
  const bounds = Object.entries({ rbUnit: 'pixel', rbShape: 'rectangle', rbX: left, rbY: top, rbW: width, rbH: height })
  return [
    '<rdf:li rdf:parseType="Resource"><Iptc4xmpExt:RegionBoundary rdf:parseType="Resource">',
    ...bounds.map(([name, value]) => `<Iptc4xmpExt:${name}>${value}</Iptc4xmpExt:${name}>`),
    `</Iptc4xmpExt:RegionBoundary><Iptc4xmpExt:rId>${escape(key)}</Iptc4xmpExt:rId>${alternative('Iptc4xmpExt:Name', escape(text))}</rdf:li>`,
  ].join('')
}

function alternative(name: string, text: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></${name}>`
}

/** As XML, which cannot hold control characters at all. */
function escape(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
