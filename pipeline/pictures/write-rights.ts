/** Who made a picture and whose it is. */
export interface PictureRights {
  credit?: string | undefined
  copyright?: string | undefined
}

/**
 * The XMP packet of a published picture: `photoshop:Credit` and `dc:rights` (IPTC Photo Metadata Standard, Credit Line and Copyright Notice)
 * and nothing else; none where both are unknown.
 */
export function writeRights({ credit, copyright }: PictureRights): string | undefined {
  if (!credit && !copyright) return undefined
  const properties = [
    ...(credit ? [`<photoshop:Credit>${escape(credit)}</photoshop:Credit>`] : []),
    ...(copyright ? [`<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escape(copyright)}</rdf:li></rdf:Alt></dc:rights>`] : []),
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${properties.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escape(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>]/g, (character) => entities[character] ?? '')
}
