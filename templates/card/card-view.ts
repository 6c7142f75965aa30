import type { Label } from '../../pipeline/ast/story-view.ts'

/** What a card stands on: a photo under a gradient, or paper. */
export type Ground = 'photo' | 'paper'

/** How far a story is from plain news, at a glance. `memorial`: an obituary. `paid`: somebody paid for it. */
export type CardManner = 'news' | 'comment' | 'memorial' | 'paid'

/** Colours of one card, CSS. */
export interface CardColours {
  paper: string
  ink: string
  quiet: string
  /** Fills the label's box; `onAccent` is the word in it. */
  accent: string
  onAccent: string
  /** Around the card; absent where nothing needs to be fenced in. */
  frame?: string
}

/** Measures of one size of card, in pixels. */
export interface CardShape {
  width: number
  height: number
  /** Free of everything that matters. */
  margin: { side: number; top: number; bottom: number }
  /** Factor on furniture, which is drawn for a card of 1200 x 630. */
  scale: number
  /** Over how many pixels the shade above the words fades out. */
  fade: number
}

/** One card as the template is given it: every word chosen, every line broken, every colour named. */
export interface CardView {
  shape: CardShape
  direction: 'ltr' | 'rtl'
  ground: Ground
  manner: CardManner
  colours: CardColours
  /** CSS `font-family` of headlines, and of what stands around them. */
  fonts: { headline: string; furniture: string; masthead: string }
  /** Lines as they are to be drawn; sizes in pixels. */
  headline: { lines: readonly string[]; size: number; lineHeight: number; letterSpacing: number }
  masthead?: string
  section?: string
  kicker?: string
  label?: Label
  byline?: string
  credit?: string
}
