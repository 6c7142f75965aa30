/** What an authority said of one file. `warnings`: accepted, with advice. `not-checked`: the authority was not there. */
export type Verdict = 'passed' | 'warnings' | 'failed' | 'not-checked'

/** One authority's judgement of one file, for the record. */
export interface CheckRecord {
  name: string
  /** Of the authority; absent where it was not there. */
  version?: string
  verdict: Verdict
}

/** How much of what an author wrote was found in one file: words of the story that it is entitled to hold. */
export interface Coverage {
  written: number
  found: number
}

/** All that was found out about one file. */
export interface FileRecord {
  /** Below `dist/`. */
  path: string
  checks: readonly CheckRecord[]
  coverage?: Coverage
}
