import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFName, type PDFRawStream } from '@cantoo/pdf-lib'

/** What a stream holds, decoded: by Node where it is only deflated, as Chromium writes nearly all, because the library takes ten times as long. */
export function bytesOf(stream: PDFRawStream): Buffer {
  const isDeflated = stream.dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))
  return isDeflated ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode())
}
