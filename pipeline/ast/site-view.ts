import type { ElementContent } from 'hast'
import type { Label, Moment, Words } from './story-view.ts'

/** A story as a front or section page tells of it: every word chosen, every date written out. Absent fields draw nothing. */
export interface TeaserView {
  href: string
  /** Where it is not the language of the page (BCP 47). */
  language?: string
  direction?: 'ltr' | 'rtl'
  label?: Label
  /** Left out where the page or the block around it names it. */
  section?: string
  kicker?: string
  headline: string
  standfirst?: string
  /** Names, run on. */
  byline?: string
  published: Moment
  /** Beside the time: amended, for subscribers. */
  marks: readonly string[]
  picture?: ElementContent
  credit?: string
}

/** Stories under one heading of the front page. */
export interface BlockView {
  title: string
  /** Where all stories of it are. */
  href?: string
  stories: readonly TeaserView[]
}

/** A link in the frame of a page. */
export interface FrameLink {
  name: string
  href: string
  mediaType?: string
  isCurrent?: boolean
}

/** What stands around the stories on every page. Addresses are as seen from the page. */
export interface FrameView {
  language: string
  direction: 'ltr' | 'rtl'
  words: Words
  publication: { name: string; slogan?: string; href: string; isHere: boolean }
  sections: readonly FrameLink[]
  feeds: readonly FrameLink[]
}
