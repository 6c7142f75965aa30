import type { EditionStory } from '../ast/edition.ts'
import type { Link } from '../ast/small-types.ts'
import type { Artifact, Materials, PromisedFile } from './renderer.ts'

/** A file that a renderer promises for the publication as a whole. */
export interface PlannedEditionFile extends PromisedFile {
  /** The stories that a reader meets in it: what it says of each is proved when it is made. */
  shows: readonly ShownStory[]
  /** Slugs of the killed stories that it tells of; absent: none. */
  withdraws?: readonly string[]
}

/** A story in a file of the edition, and what a reader is entitled to find of it, its label and its address always among it. */
export interface ShownStory {
  slug: string
  /** Its headline and standfirst, its headline, or for machines its address alone. */
  as: 'teaser' | 'headline' | 'address'
}

/** The stories of the edition that were published within so many milliseconds before the moment of this run, in their order. */
export type RecentStories = (milliseconds: number) => readonly EditionStory[]

/** All that a renderer may know besides the edition. */
export interface EditionContext<Options = unknown> extends Materials<Options> {
  /** The files that are wanted: `renderEdition` returns these and no others. */
  planned: readonly PlannedEditionFile[]
  /** What every renderer has promised for the edition as this: `front`, `section`, `rss`, … */
  links(rel: string): readonly Link[]
  /**
   * What this renderer's `render` made of a story of the edition, for its own use (audience `input`). Nothing where the story that stands is
   * an earlier one than the file that its author has now.
   */
  made(slug: string): Promise<readonly Artifact[] | undefined>
}
