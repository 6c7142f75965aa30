import type { Coverage, Verdict } from './file-record.ts'
import { sortDiagnostics, type Diagnostic } from './diagnostic.ts'

/** What became of one story in this run. */
export type StoryFate = 'published' | 'failed' | 'held'

/** How a run tells of itself while it goes; what is done with it is the reporter's matter. */
export interface Progress {
  /** Rendering begins; so many stories are to be drawn. */
  start(stories: number): void
  /** One story is done. Never called for a story that is not public. */
  story(slug: string, fate: StoryFate, files: number): void
  /** An authority that takes its time begins to judge so many files. */
  inspect(check: string, files: number): void
  /** Nothing follows of the stories. */
  stop(): void
}

/** All that a run has to say at its end. */
export interface Outcome {
  /** 0 published, 1 some story had an error, 2 wrong usage or configuration and nothing was touched. */
  exitCode: 0 | 1 | 2
  stories: { published: number; failed: number; held: number; removed: number }
  /** Among the held, the moment when the next embargo lifts or the next date of publication comes (RFC 3339, UTC). */
  nextRelease?: string
  /** What stands in `dist/` now. */
  files: number
  bytes: number
  /** Time that each format took, summed over stories, in milliseconds; formats of one story overlap. */
  milliseconds: { format: string; title: string; render: number; validate: number }[]
  /** How many stories each format was drawn for, and for how many it was recalled from the cache. */
  work: { format: string; title: string; drawn: number; recalled: number }[]
  /** Of the story that was asked about: each format, and why it was drawn; without a reason it was recalled. */
  explanations?: { format: string; title: string; reason?: string }[]
  /** The authorities that judged this run's files, and what they said, by number of files. */
  checks: { name: string; version?: string; level: 'always' | 'full'; verdicts: Record<Verdict, number>; milliseconds?: number }[]
  /** The browsers that were started, and whether they keep what they load in a sandbox; else why not. None where no page was printed or opened. */
  browsers: { name: string; sandbox: 'on' | 'root' | 'refused' }[]
  /** Words of the stories, over all files of this run that are to hold them, and how many of them were found there. */
  coverage: Coverage & { files: number }
  /** Of the whole run. */
  totalMilliseconds: number
  diagnostics: readonly Diagnostic[]
}

/** The outcome of a run that touched nothing. */
export function refusal(diagnostics: readonly Diagnostic[], totalMilliseconds = 0): Outcome {
  const stories = { published: 0, failed: 0, held: 0, removed: 0 }
  return { exitCode: 2, stories, files: 0, bytes: 0, milliseconds: [], work: [], checks: [], browsers: [], coverage: { written: 0, found: 0, files: 0 }, totalMilliseconds, diagnostics: sortDiagnostics(diagnostics) }
}

/** What `check` has found. */
export interface Inspection {
  /** 0 nothing but warnings, 1 some story has an error, 2 wrong usage or configuration. */
  exitCode: 0 | 1 | 2
  /** `held` are those among them that are not public. */
  stories: { checked: number; failed: number; held: number }
  totalMilliseconds: number
  diagnostics: readonly Diagnostic[]
}

/** A check of nothing: the newspaper, the options or a report are not what they must be. */
export function refusedInspection(diagnostics: readonly Diagnostic[], totalMilliseconds = 0): Inspection {
  return { exitCode: 2, stories: { checked: 0, failed: 0, held: 0 }, totalMilliseconds, diagnostics: sortDiagnostics(diagnostics) }
}

/** What `cache` has found or done. */
export interface CacheReport {
  /** 0 well, 1 something was damaged and is gone, 2 the folder is no cache. */
  exitCode: 0 | 1 | 2
  /** One sentence or more, for people. */
  lines: readonly string[]
}

/** What `verify` has found in a published folder. */
export interface Verification {
  /** 0 as published, 1 some file is missing, changed or added, 2 there is nothing that could be verified. */
  exitCode: 0 | 1 | 2
  /** What the manifest lists. */
  files: number
  bytes: number
  diagnostics: readonly Diagnostic[]
}
