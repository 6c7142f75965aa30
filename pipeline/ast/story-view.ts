import type { ElementContent } from 'hast'
import type { Commercial, CorrectionType, Tone } from './article.ts'
import type { Author } from './small-types.ts'

/** A point in time for machines (RFC 3339, as written) and for people (in the publication's zone and the story's language). */
export interface Moment {
  iso: string
  text: string
}

/** A link in the furniture. */
export interface ViewLink {
  /** Absent where the address is not safe to follow: then only the words are shown. */
  url?: string
  /** `sponsored` on links of paid content that lead elsewhere. */
  rel?: 'sponsored'
}

/** Who wrote it: `url`, where there is one, is safe to follow. */
export interface ViewAuthor extends Author, Pick<ViewLink, 'rel'> {}

/** The newspaper's logo, drawn. A wordmark says the name itself and stands for it; any other mark stands beside it. */
export interface Logo {
  image: ElementContent
  isWordmark: boolean
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
  /** `url` where the section has a page. */
  section?: { id: string; name: string; url?: string }
  /** Commercial labels win over tones. */
  label?: Label
  kicker?: string
  headline: string
  standfirst: ElementContent[]
  byline: readonly ViewAuthor[]
  published: Moment
  updated?: Moment
  /** The lead figure, drawn by the `figure` handler. */
  lead?: ElementContent
  /** The body; the dateline is already run in at the start of its first paragraph, footnotes stand at its end. */
  body: ElementContent[]
  corrections: { date: Moment; type: CorrectionType; label: string; text: ElementContent[] }[]
  contributors: ElementContent[]
  related: (ViewLink & { title: string })[]
  follow?: ViewLink & { text: string }
  tags: readonly string[]
  rights?: { holder?: string; notice?: string }
  /** On the public page of a gated story, after `body`: what the reader is told. */
  gate?: { level: 'metered' | 'subscriber'; text: string }
}

/** The words that Galley itself puts on a page, in one language. Labels begin with a capital and end without a colon. */
export interface Words {
  /** Before the authors’ names: “By Ana Duarte”. */
  by: string
  /** Between the last two of a list. */
  and: string
  published: string
  updated: string
  /** Before a single link between paragraphs. */
  related: string
  /** Heading of the list at the foot. */
  readMore: string
  /** Heading of the corrections at the foot. */
  corrections: string
  correctionTypes: Record<CorrectionType, string>
  /** At the top of a corrected story, pointing to the foot. */
  correctedNotice: string
  labels: Record<Label['kind'], string>
  /** Heading of the footnotes. */
  footnotes: string
  /** Before a footnote’s number, for those who hear the page. */
  backToText: string
  footnote: string
  watch: string
  listen: string
  openEmbed: string
  /** What a picture’s credit is, where it must be said: “Photo”. */
  credit: string
  note: string
  factBox: string
  gallery: string
  table: string
  skipToContent: string
  /** Heading of a table of contents. */
  contents: string
  cover: string
  /** “Page 2 of 3”. */
  page: string
  pageOf: string
  /** Heading of the numbered addresses on paper. */
  links: string
  gated: Record<'metered' | 'subscriber', string>
  /** Before the holder of the rights. */
  rights: string
  topics: string
  sections: string
  frontPage: string
  /** Before the list of other formats of the story. */
  alsoAs: string
  /** On front and section pages. */
  skipToStories: string
  /** Heading of stories that belong to no section. */
  latest: string
  /** On the page that stands for all that is not there. */
  notFound: { title: string; text: string }
  toFrontPage: string
  /** On the page at an earlier address of a story. */
  moved: string
  /** In the place of a killed story. */
  withdrawn: string
  /** Beside the headline of a story of which not all is free. */
  gatedMark: Record<'metered' | 'subscriber', string>
  /** Beside the headline of a story that was amended. */
  correctedMark: string
  /** Before the list of feeds. */
  feeds: string
  /** In the place of stories where there are none. */
  noStories: string
  /** Of a task list. */
  completed: string
  toDo: string
}
