import type { CorrectionType } from './article.ts'
import type { Link } from './small-types.ts'

/** A story that readers had and that has been withdrawn for good. Of its words there is the notice of that alone: the rest may be a libel. */
export interface KilledStory {
  slug: string
  id: string
  /** Its folder below `dist/`. */
  path: string
  /** Absolute address of its page. */
  url: string
  /** Paths below the publication’s address at which it stood before. */
  formerly: readonly string[]
  /** BCP 47, of the story and of what was said when it was withdrawn. */
  language: string
  direction: 'ltr' | 'rtl'
  /** The newest of its corrections that is a retraction, as plain text. */
  retraction?: Retraction
  /** What the formats would promise for it, for the public. */
  files: readonly Link[]
}

/** What the newspaper has said of it: one of its corrections, of the type `retraction`. */
export interface Retraction {
  /** RFC 3339, as written. */
  date: string
  text: string
}

/** What tells of the withdrawal of a story, among the corrections of it. */
export const withdrawing: CorrectionType = 'retraction'
