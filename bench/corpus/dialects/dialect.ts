import type { BenchStory } from '../story.ts'

/** How one tool wants a story written. All dialects say the same words, as far as the tool has a place for them. */
export interface Dialect {
  /** With its dot. */
  extension: string
  write(story: BenchStory): string
}
