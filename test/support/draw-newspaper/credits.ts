import { withIptc } from '../photos.ts'

/** What a picture says of itself, so that its story need not. */
export interface Says {
  caption?: string
  credit: string
  copyright?: string
  alt?: string
}

/** An XMP packet (ISO 16684-1) with the fields of the IPTC photo metadata standard. */
export function xmp({ caption, credit, copyright, alt }: Says): string {
  const spoken = (name: string, words?: string) => (words ? `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(words)}</rdf:li></rdf:Alt></${name}>` : '')
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="${escape(credit)}">${spoken('dc:description', caption)}${spoken('dc:rights', copyright)}${spoken('Iptc4xmpCore:AltTextAccessibility', alt)}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

/** The same JPEG with IPTC records in UTF-8, as older picture desks write them; IPTC has no place for alt text. */
export function iptc(jpeg: Buffer, says: Says): Buffer {
  return withIptc(jpeg, says, 'utf8')
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
