import type { Severity } from '../ast/publication.ts'

/** Where something is: a file below `source/` (or as the user named it), and line and column from 1 where they are known. */
export interface Place {
  file: string
  line?: number
  column?: number
}

/**
 * What an error stops. `story`: the story is not published and what stood for it stays. `format`: that format's file of
 * this story goes, the rest is published. `publication`: wrong usage or configuration; nothing is touched.
 */
export type Scope = 'story' | 'format' | 'publication'

/** Something that an editor, designer or operator can mend. A throw, in contrast, is a bug of ours. */
export interface Diagnostic extends Place {
  severity: Severity
  rule: string
  scope: Scope
  /** What happened, naming the value and what was expected. */
  reason: string
  /** What to do. */
  hint: string
  /** Slug of the story, once it is known. */
  story?: string
  /** Renderer whose output is concerned. */
  format?: string
  related?: readonly Place[]
  /** What of the story the format cannot hold, so that exactly this is not missed a second time. */
  lostWords?: LostWords
}

/** Words of a story that a format cannot hold: each with one of these letters, and these words. */
export interface LostWords {
  /** All of them, one after the other. */
  letters?: string
  /** As written, apart by white space. */
  words?: string
}

/**
 * Order for people: by file, line and column; what has no place comes first. What is said of one place is ordered by rule, format
 * and words, because formats finish in any order.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.rule, b.rule) || compare(a.format ?? '', b.format ?? '') || compare(a.reason, b.reason),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
