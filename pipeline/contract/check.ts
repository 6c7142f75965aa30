import type { Article } from '../ast/article.ts'
import type { Edition } from '../ast/edition.ts'
import type { Publication } from '../ast/publication.ts'
import type { Report } from './catalogue.ts'
import type { PlannedEditionFile } from './edition.ts'
import type { Artifact, PlannedFile, PromisedFile } from './renderer.ts'

/** One artifact before its judge. */
export interface AnySubject<Options = unknown> {
  /** Name of the renderer that made it. */
  format: string
  artifact: Artifact
  planned: PromisedFile
  publication: Publication
  options: Options
  /** Say what is wrong with this artifact. An error of scope `story` keeps the story from being published, and any error the edition. */
  report: Report
}

/** An artifact of one story, and all that it is judged against. */
export interface Subject<Options = unknown> extends AnySubject<Options> {
  planned: PlannedFile
  article: Article
}

/** An artifact of the edition, with the stories that it shows. */
export interface EditionSubject<Options = unknown> extends AnySubject<Options> {
  planned: PlannedEditionFile
  edition: Edition
}

/** What a judge may know besides its subjects. */
export interface CheckContext {
  /** Aborted when the run is stopped. */
  signal: AbortSignal
  /** Bytes of another file of this publish, by its path below `dist/`: the stylesheet of a page. Checks of level `full` have it. */
  file(path: string): Promise<Uint8Array | undefined>
}

/** An authority is at hand in this version, or it is not, and a sentence says what to install. */
export type Availability = { version: string } | { missing: string }

/**
 * One authority that judges artifacts: a program of others, or an auditor of ours. One of level `full` that several renderers name, the same
 * object, is asked once about the files of all of them.
 */
export interface Check<Options = unknown, Judged extends AnySubject<Options> = Subject<Options>> {
  /** What the manifest and the summary call it: `EPUBCheck`. */
  name: string
  /** `always`: in every publish, on one story at a time. `full`: with `--check full`, on many stories at a time, because it starts slowly or needs what a machine may lack. */
  level: 'always' | 'full'
  /** `bytes`: equal artifacts have equal verdicts. `story`: the artifact is compared with the story that it was made from. */
  against: 'bytes' | 'story'
  /** How many files it is given at once, at level `full`: what pays for one start of it, and can be held in memory. Absent: 200. */
  atOnce?: number
  /** Which artifacts of the format it judges; absent: all. */
  judges?(planned: PromisedFile): boolean
  /** Read from files, never by starting the authority where that is slow: kept verdicts hold for one version. Never throws. */
  version(): Promise<Availability>
  /** Judge; whatever is wrong goes to the `report` of its subject. Throws only when the authority itself fails. */
  judge(subjects: readonly Judged[], context: CheckContext): Promise<void>
  /** Free what `judge` started and kept. Called once, at the end of a run. */
  close?(): Promise<void>
}

/** One authority that judges what stands around the stories. */
export type EditionCheck<Options = unknown> = Check<Options, EditionSubject<Options>>

/** Declare a check that looks at one artifact after the other. */
export function defineCheck<Options = unknown, Judged extends AnySubject<Options> = Subject<Options>>(
  { judge, ...check }: Omit<Check<Options, Judged>, 'judge'> & { judge(subject: Judged, context: CheckContext): Promise<void> },
): Check<Options, Judged> {
  return {
    ...check,
    async judge(subjects, context) {
      for (const subject of subjects) {
        context.signal.throwIfAborted()
        await judge(subject, context)
      }
    },
  }
}
