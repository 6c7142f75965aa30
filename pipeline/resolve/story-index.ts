/** What other stories may know of one: where it stands and what it is called. */
export interface StoryEntry {
  slug: string
  headline: string
  /** Absolute address of its page. */
  url: string
  /** False for what no reader may hear of yet, or any more: nothing but its slug, as typed by the asking author, may be told. */
  isPublic: boolean
}

/** All stories of the publication by slug. */
export type StoryIndex = ReadonlyMap<string, StoryEntry>
