import { loadSharp } from '../../pictures/load-sharp.ts'
import type { DrawnLine } from './drawn-card.ts'

/** A finished card, read back from its bytes. */
export interface ReadCard {
  format: string
  width: number
  height: number
  /** The words that are drawn on it, one line of text for each kind of line. */
  words: string
  language: string
  credit: string
  lines: DrawnLine[]
}

/** Read a card's size from its pixels' header and its words from its XMP; throws where the bytes are no picture. */
export async function readCard(bytes: Uint8Array): Promise<ReadCard> {
  const sharp = await loadSharp()
  const { format, width, height, xmp } = await sharp(bytes).metadata()
  const fields = await fieldsOf(xmp?.toString('utf8') ?? '')
  const field = (name: string) => fields.find(([path]) => path === name)?.[1] ?? ''
  return {
    format: format ?? 'unknown', width: width ?? 0, height: height ?? 0,
    words: field('dc:description'), language: field('dc:language'), credit: field('photoshop:Credit'), lines: linesOf(fields),
  }
}

/** Each text of the packet with the XMP property that it belongs to. */
async function fieldsOf(xmp: string): Promise<[string, string][]> {
  if (xmp === '') return []
  const { SaxesParser } = await import('saxes')
  const fields: [string, string][] = []
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => open.push(name))
  parser.on('text', (text) => {
    if (text.trim() !== '') fields.push([open.findLast((name) => !name.startsWith('rdf:')) ?? '', text])
  })
  parser.on('closetag', () => open.pop())
  parser.write(xmp.replace(/^\ufeff/, '')).close()
  return fields
}

function linesOf(fields: readonly [string, string][]): DrawnLine[] {
  const values = (name: string) => fields.filter(([path]) => path === `Iptc4xmpExt:${name}`).map(([, text]) => text)
  const [keys, texts, left, top, width, height] = ['rId', 'Name', 'rbX', 'rbY', 'rbW', 'rbH'].map(values)
  return (keys ?? []).map((key, index) => ({
    key, text: texts?.[index] ?? '',
    left: Number(left?.[index]), top: Number(top?.[index]), width: Number(width?.[index]), height: Number(height?.[index]),
  }))
}
