import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { activeAddress } from './active-address.ts'

/** Keys of a PDF that make it do something by itself, or bring another file along (ISO 32000-2, 12.6 and 7.11.4). */
const active = ['JS', 'JavaScript', 'AA', 'OpenAction', 'Launch', 'EmbeddedFiles', 'EF', 'AcroForm', 'XFA', 'RichMediaContent', 'Collection']
/** Kinds of action that lead to a place in the file or to an address. */
const harmless = new Set(['/URI', '/GoTo', '/Named'])

/** What is active in a PDF, in whatever object it stands. */
export async function activeInPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => activeInObject(object))
}

function activeInObject(object: PDFObject): string[] {
  if ('asArray' in object && typeof object.asArray === 'function') return (object.asArray() as PDFObject[]).flatMap(activeInObject)
  const dictionary = object instanceof PDFDict ? object : 'dict' in object && object.dict instanceof PDFDict ? object.dict : undefined
  if (dictionary === undefined) return []
  const keys = dictionary.keys().map((key) => key.decodeText()).filter((key) => active.includes(key)).map((key) => `PDF: /${key}`)
  return [...keys, ...actionIn(dictionary), ...dictionary.values().flatMap(activeInObject)]
}

function actionIn(dictionary: PDFDict): string[] {
  const uri = dictionary.lookup(PDFName.of('URI'))
  const address = uri instanceof PDFString || uri instanceof PDFHexString ? activeAddress(uri.decodeText()) : undefined
  const kind = dictionary.lookup(PDFName.of('S'))?.toString()
  const isAction = dictionary.lookup(PDFName.of('Type'))?.toString() === '/Action'
  return [...(address ? [`PDF: ${address}`] : []), ...(isAction && kind && !harmless.has(kind) ? [`PDF: action ${kind}`] : [])]
}
