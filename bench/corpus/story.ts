/** A photo as stories show it: its words are the same in each, so that its cuts can be shared. */
export interface PhotoUse {
  /** Path below the media folder. */
  file: string
  alt: string
  caption: string
  credit: string
}

export type Block =
  | { type: 'paragraph'; text: string; /** Number of the note that its last sentence has. */ note?: number }
  | { type: 'heading'; text: string }
  | { type: 'quote'; text: string; by: string }
  | { type: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { type: 'photo'; photo: PhotoUse }
  | { type: 'related'; title: string; to: Target }

/** Another story of the corpus by its slug, or a page elsewhere. */
export type Target = { ref: string } | { href: string }

export interface RelatedStory {
  title: string
  to: Target
}

/** One story of the corpus, before it is written in the manner of one tool or another. */
export interface BenchStory {
  slug: string
  headline: string
  standfirst: string
  kicker: string
  section: string
  authors: readonly string[]
  dateline: string
  /** RFC 3339. */
  published: string
  lead: PhotoUse
  related: readonly RelatedStory[]
  blocks: readonly Block[]
  notes: readonly string[]
}

/** What names a corpus: equal ones are equal byte by byte. */
export interface CorpusPlan {
  seed: string
  stories: number
}

/** The name of a story, from its place in the corpus. */
export function slugOf(index: number): string {
  return `story-${String(index + 1).padStart(5, '0')}`
}

/** Words of paragraphs, quotes, headings and table. */
export function wordsOf({ blocks }: BenchStory): number {
  const texts = blocks.flatMap((block) => ('text' in block ? [block.text] : block.type === 'table' ? [block.head, ...block.rows].flat() : []))
  return texts.join(' ').split(/\s+/).length
}
