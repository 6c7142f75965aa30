/** What a publish is asked to do; complete. */
export interface PublishOptions {
  /** Folder of the newspaper. */
  source: string
  /** Folder that is published into. */
  out: string
  /** Names of formats; absent: all that the publication lists. */
  formats?: readonly string[]
  /** Slugs or patterns with `*`; absent: every story. */
  only?: readonly string[]
  /** A commit, branch or tag: only what differs between it and the working tree, and what depends on that. */
  changedSince?: string
  /** The moment as of which is published, in milliseconds since 1970. */
  now: number
  /** Somebody named that moment; else it is the present. */
  isNowAsked?: boolean
  /** Publish nothing if anything has an error. */
  strict: boolean
  /** `full`: let the outside authorities judge as well. */
  check: 'standard' | 'full'
  /** Folder of what is kept over runs; absent: nothing is. */
  cache?: string
  /** Bytes that it may hold. */
  cacheLimit?: number
  /** Slug of the story of which is told why each of its formats was drawn or recalled. */
  explain?: string
  /** Stories drawn at a time. */
  jobs: number
  signal: AbortSignal
}
