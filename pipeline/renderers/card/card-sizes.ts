import type { CardShape, Ground } from '../../../templates/card/card-view.ts'

/** The sizes that networks ask for, and the cover of the story's EPUB. */
export const socialSizes = ['og', 'square', 'story'] as const
/** A card for networks. */
export type SocialSize = (typeof socialSizes)[number]
/** Any card that is drawn. */
export type CardSize = SocialSize | 'cover'

/** One size of card: its shape, and what bounds the headline on each ground (pixels). */
export interface SizeRules extends CardShape {
  maxLines: number
  /** The smallest size for that many lines; a longer headline gets two lines more, down to `smallest`, before it is cut. */
  legible: number
  smallest: number
  headline: Record<Ground, { largest: number; height: number }>
  /** How far down, in parts of the photo's height, what draws the eye in it should stand: half-way to the words. */
  focus: number
  /** A photo lies `under` all of the card, or ends where the words begin: a tall card would show a third of it, enlarged twice, and half of that in the shade. */
  photo: 'under' | 'above'
  /** How densely colour is stored: at half the size, thin words in colour fray, but not on the tallest card, which is seen at half its size. */
  colour: '4:4:4' | '4:2:0'
  /** Bytes that the file stays under. */
  maxBytes: number
}

/**
 * Open Graph's 1.91:1, a square for feeds, 9:16 for stories, whose top and bottom 250 px lie under the app's own
 * buttons, and the 1:1.6 of book covers.
 */
export const sizeRules: Readonly<Record<CardSize, SizeRules>> = {
  og: {
    width: 1200, height: 630, margin: { side: 64, top: 62, bottom: 62 }, scale: 1, fade: 150, maxLines: 3, legible: 42, smallest: 32,
    headline: { photo: { largest: 70, height: 246 }, paper: { largest: 112, height: 340 } }, focus: 0.24, photo: 'under', colour: '4:4:4', maxBytes: 300_000,
  },
  square: {
    width: 1080, height: 1080, margin: { side: 72, top: 72, bottom: 72 }, scale: 1.2, fade: 260, maxLines: 3, legible: 46, smallest: 34,
    headline: { photo: { largest: 92, height: 400 }, paper: { largest: 128, height: 640 } }, focus: 0.28, photo: 'under', colour: '4:4:4', maxBytes: 300_000,
  },
  story: {
    width: 1080, height: 1920, margin: { side: 80, top: 256, bottom: 256 }, scale: 1.4, fade: 420, maxLines: 5, legible: 50, smallest: 38,
    headline: { photo: { largest: 108, height: 640 }, paper: { largest: 136, height: 960 } }, focus: 0.26, photo: 'under', colour: '4:4:4', maxBytes: 300_000,
  },
  cover: {
    width: 1600, height: 2560, margin: { side: 140, top: 160, bottom: 150 }, scale: 2, fade: 480, maxLines: 5, legible: 74, smallest: 56,
    headline: { photo: { largest: 158, height: 920 }, paper: { largest: 196, height: 1500 } }, focus: 0.42, photo: 'above', colour: '4:2:0', maxBytes: 900_000,
  },
}
