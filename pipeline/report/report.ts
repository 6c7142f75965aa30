import type { Diagnostic } from '../contract/diagnostic.ts'

/** What a publish or a check has to tell a continuous integration, as far as it is about stories. */
export interface Report {
  /** Slugs of the stories that were looked at, in order; none that is not public. */
  stories: readonly string[]
  /** As the run gives them: files are below the newspaper's folder. */
  diagnostics: readonly Diagnostic[]
  /** The newspaper's folder below the root of the repository, with forward slashes; empty where it is the root. */
  root: string
  /** Of Galley. */
  version: string
}

/** One way to tell it. */
export interface Reporter {
  /** The file that it goes to where none is named; without one, it is lines for the log. */
  file?: string
  print(report: Report): string
}

/** The values of `--reporter`; the reporters themselves are loaded when one is asked for. */
export const reporterNames = ['github', 'gitlab', 'junit', 'sarif'] as const

/** A value of `--reporter`. */
export type ReporterName = (typeof reporterNames)[number]

/** The names of the file reporters with their files, for the help. */
export const reportFiles = { gitlab: 'gl-code-quality-report.json', junit: 'junit.xml', sarif: 'galley.sarif' } as const satisfies Partial<Record<ReporterName, string>>
