/** One thing that an outside authority finds in a file. */
export interface Finding {
  severity: 'error' | 'warning'
  /** The authority's own name for it: `RSC-005`. */
  code: string
  /** English. */
  message: string
  /** File in the container, where the judged file is one. */
  file?: string
  /** Line and column count from 1. */
  line?: number
  column?: number
}

/** A file before its judge. `path` is for messages only: nothing is read from it. */
export interface JudgedBytes {
  path: string
  bytes: Uint8Array
}
