import type { MemoryFiles } from './serve-from-memory.ts'

/** A page to print: its HTML, and what that asks for. */
export interface PrintJob {
  /** A whole document. Scripts in it do not run. Its `@page` rule gives the paper. */
  html: string
  files: MemoryFiles
  /** How long one attempt may take. */
  seconds: number
  signal: AbortSignal
}

export interface PrintedPage {
  /** A tagged PDF with an outline. */
  pdf: Uint8Array
  /** Addresses that the page asked for and did not get. */
  refused: readonly string[]
}
