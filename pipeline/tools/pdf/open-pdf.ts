import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { loadPdfjs } from './load-pdfjs.ts'

/** The file that was opened last: its judges, its text and its addresses are asked for one after the other. */
interface OpenFile {
  bytes: Uint8Array
  task: PDFDocumentLoadingTask
  readers: number
}
let last: OpenFile | undefined

/**
 * Open a PDF for reading and hand it to `read`. The same array of bytes is opened once for all that read it before another one is opened, so
 * it may not be changed. Nothing is drawn and no worker is started. Throws if it is not a PDF.
 */
export async function openPdf<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const library = await loadPdfjs()
  const before = last
  const file = before?.bytes === bytes ? before : open(bytes, library)
  last = file
  file.readers += 1
  try {
    if (before !== file) await closeUnread(before)
    return await read(await file.task.promise)
  } finally {
    file.readers -= 1
    if (file !== last) await closeUnread(file)
  }
}

function open(bytes: Uint8Array, { getDocument, VerbosityLevel }: Awaited<ReturnType<typeof loadPdfjs>>): OpenFile {
  // The library takes the bytes that it is given for itself, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, isEvalSupported: false })
  return { bytes, task, readers: 0 }
}

async function closeUnread(file: OpenFile | undefined): Promise<void> {
  if (file?.readers === 0) await file.task.destroy()
}
