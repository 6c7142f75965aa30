import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Open a PDF for reading, hand it to `read`, close it. Nothing is drawn and no worker is started. Throws if it is not a PDF. */
export async function openPdf<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // The library takes the bytes that it is given for itself, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, isEvalSupported: false })
  try {
    return await read(await task.promise)
  } finally {
    await task.destroy()
  }
}
