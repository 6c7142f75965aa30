import type { PicturePlace } from '../state.ts'

/** What a picture needs at one place of the page. */
export interface PlaceSizes {
  /** Pixels, ascending: for phones, for screens, and for screens of double density. */
  widths: readonly number[]
  /** The widths that JPEG is cut to: what cannot read WebP is old, and one picture for each kind of screen is enough for it. */
  jpegWidths: readonly number[]
  /** HTML `sizes`: the width of the picture as templates/shared/page.css lays it out. */
  sizes: string
  /** The same for a picture that is taller than wide, which stands narrower. */
  tallSizes: string
}

// 48rem: the pictures of phones end at the edges of the screen; 65rem: the block of 60rem and both margins fit.
const wholeBlock = '(min-width: 65rem) 60rem, (min-width: 48rem) calc(100vw - 5rem), 100vw'
const besideHeadline = '(min-width: 66rem) 26rem, (min-width: 48rem) 34rem, 100vw'
const tall = '(min-width: 48rem) 26rem, 100vw'
const textAndMargin = '(min-width: 66rem) 46rem, (min-width: 48rem) 37rem, 100vw'

/** Sizes for every place that a picture can have. */
export const placeSizes: Readonly<Record<PicturePlace, PlaceSizes>> = {
  lead: { widths: [480, 960, 1440, 1920], jpegWidths: [960, 1920], sizes: wholeBlock, tallSizes: besideHeadline },
  figure: { widths: [400, 800, 1200], jpegWidths: [800], sizes: textAndMargin, tallSizes: tall },
  gallery: { widths: [480, 960, 1440], jpegWidths: [960], sizes: wholeBlock, tallSizes: tall },
  poster: { widths: [400, 800, 1200], jpegWidths: [800], sizes: textAndMargin, tallSizes: textAndMargin },
  inline: { widths: [320, 640], jpegWidths: [320], sizes: '20rem', tallSizes: '20rem' },
}
