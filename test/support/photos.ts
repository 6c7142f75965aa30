import sharp, { type Sharp } from 'sharp'

/** What a picture is made to say of itself. */
export interface Says {
  caption?: string
  credit?: string
  creator?: string
  copyright?: string
  alt?: string
}

/** A small photo-like picture: a bright boat on a dark sea, so that attention has something to draw it. JPEG unless another format is taken of it. */
export function drawPhoto(width = 120, height = 80): Sharp {
  const boat = `<svg width="${width}" height="${height}" viewBox="0 0 120 80"><rect width="120" height="80" fill="#16324a"/><path d="M84 46h28l-6 12H90z" fill="#f2b632"/><path d="M98 20v24H86z" fill="#fff"/></svg>`
  return sharp(Buffer.from(boat)).flatten().jpeg()
}

/** The same JPEG with an XMP packet, as a picture desk's program writes it. */
export function withXmp(photo: Sharp, says: Says): Promise<Buffer> {
  return photo.withXmp(xmpPacket(says)).toBuffer()
}

function xmpPacket({ caption, credit, creator, copyright, alt }: Says): string {
  const names = creator === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator>`
  const line = credit === undefined ? '' : ` photoshop:Credit="${credit}"`
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"${line}>${spoken('dc:description', caption)}${spoken('dc:rights', copyright)}${spoken('Iptc4xmpCore:AltTextAccessibility', alt)}${names}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

function spoken(name: string, text?: string): string {
  return text === undefined ? '' : `<${name}><rdf:Alt><rdf:li xml:lang="pt">em português</rdf:li><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></${name}>`
}

/** The same JPEG with IPTC records; only UTF-8 is marked, in 1:90, as the standard asks (IPTC-NAA IIM 4.2, chapter 5). */
export function withIptc(jpeg: Buffer, says: Says, charset: 'utf8' | 'latin1'): Buffer {
  const mark = charset === 'utf8' ? [record(1, 90, Buffer.from('\x1b%G', 'latin1'))] : []
  const texts = [[120, says.caption], [110, says.credit], [80, says.creator], [116, says.copyright]] as const
  const written = texts.flatMap(([number, text]) => (text === undefined ? [] : [record(2, number, Buffer.from(text, charset))]))
  return insertSegment(jpeg, photoshopSegment(Buffer.concat([...mark, ...written])))
}

function record(book: number, number: number, text: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x1c, book, number, text.length >> 8, text.length & 0xff]), text])
}

/** APP13 with one Photoshop resource, 0x0404, padded to an even length. */
function photoshopSegment(iptc: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(iptc.length)
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), length, iptc, Buffer.alloc(iptc.length % 2)])
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource])
  const head = Buffer.from([0xff, 0xed, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** After the two bytes with which every JPEG begins. */
function insertSegment(jpeg: Buffer, segment: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

/** A PNG that claims to be this large in its head and has next to nothing behind it. */
export async function boastfulPng(width: number, height: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } }).png().toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
