import type { ElementContent } from 'hast'
import type { Commercial, CorrectionType, Tone } from './article.ts'
import type { Author } from './small-types.ts'

/** A point in time for machines (RFC 3339, as written) and for people (in the publication's zone and the story's language). */
export interface Moment {
  iso: string
  text: string
}

/** What sets a story apart from plain news, in words and as a name for styles. */
export interface Label {
  text: string
  kind: Exclude<Tone, 'news'> | Exclude<Commercial, 'none'>
}

/**
 * One story as a page template is given it: every word chosen, every date written out, every piece of prose already
 * hast. Templates only arrange. Empty lists and absent fields draw nothing.
 */
export interface StoryView {
  language: string
  direction: 'ltr' | 'rtl'
  /** Furniture words in the story's language: `words.by`, `words.related`. */
  words: Words
  publication: { name: string; slogan?: string; url: string; language: string }
  section?: { id: string; name: string; url: string }
  /** Commercial labels win over tones. */
  label?: Label
  kicker?: string
  headline: string
  standfirst: ElementContent[]
  byline: readonly Author[]
  published: Moment
  updated?: Moment
  /** The lead figure, drawn by the `figure` handler. */
  lead?: ElementContent
  /** The body; the dateline is already run in at the start of its first paragraph, footnotes stand at its end. */
  body: ElementContent[]
  corrections: { date: Moment; type: CorrectionType; label: string; text: ElementContent[] }[]
  contributors: ElementContent[]
  related: { title: string; url: string }[]
  follow?: { text: string; url: string }
  tags: readonly string[]
  rights?: { holder?: string; notice?: string }
  /** On the public page of a gated story, after `body`: what the reader is told. */
  gate?: { level: 'metered' | 'subscriber'; text: string }
}

/** The words that Galley itself puts on a page, in one language. */
export interface Words {
  by: string
  and: string
  published: string
  updated: string
  related: string
  readMore: string
  corrections: string
  correctionTypes: Record<CorrectionType, string>
  correctedNotice: string
  labels: Record<Label['kind'], string>
  footnotes: string
  backToText: string
  footnote: string
  watch: string
  listen: string
  openEmbed: string
  credit: string
  note: string
  factBox: string
  gallery: string
  skipToContent: string
  contents: string
  cover: string
  page: string
  pageOf: string
  links: string
  gated: Record<'metered' | 'subscriber', string>
  rights: string
  topics: string
  completed: string
  toDo: string
}
