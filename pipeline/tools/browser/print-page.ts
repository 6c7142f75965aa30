import type { Page } from 'puppeteer-core'
import { memoryOrigin, serveFromMemory, type MemoryFiles } from './serve-from-memory.ts'

/** A page to print: its HTML, and what that asks for. */
export interface PrintJob {
  /** A whole document. Scripts in it do not run. Its `@page` rule gives the paper. */
  html: string
  files: MemoryFiles
  /** How long one attempt may take. */
  seconds: number
  signal: AbortSignal
}

/** A printed document. */
export interface PrintedPage {
  /** A tagged PDF with an outline. */
  pdf: Uint8Array
  /** Addresses that the page asked for and did not get. */
  refused: readonly string[]
}

/** Load a document from memory and print it. */
export async function printPage(page: Page, job: Pick<PrintJob, 'html' | 'files'>): Promise<PrintedPage> {
  await page.setJavaScriptEnabled(false)
  const document = { bytes: new TextEncoder().encode(job.html), mediaType: 'text/html; charset=utf-8' }
  const refused = await serveFromMemory(page, async (path) => (path === '/' ? document : job.files(path)))
  // The watchdog around the job is the only clock: puppeteer's own is not honoured everywhere.
  await page.goto(`${memoryOrigin}/`, { waitUntil: 'load', timeout: 0 })
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
  return { pdf, refused }
}
