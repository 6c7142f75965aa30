/** The sizes of paper that a newsroom may choose. */
export const papers = ['A4', 'Letter', 'A5'] as const
/** One of those sizes. */
export type Paper = (typeof papers)[number]

/** One column of about 66 characters, or two of about 45. */
export type Columns = 'one' | 'two'

/** How closely type is set, so that a story fills its pages. */
export type Fit = 'normal' | 'tight' | 'tighter'

/** One way to set a story on its paper. */
export interface Setting {
  columns: Columns
  fit: Fit
}

/** Measures in millimetres. */
export interface PaperMeasures {
  width: number
  height: number
  margin: { top: number; side: number; bottom: number }
  /** Between two columns. */
  gutter: number
  /** The column where there is one. */
  measure: number
}

/** The measures of each paper. */
export const paperMeasures: Readonly<Record<Paper, PaperMeasures>> = {
  A4: { width: 210, height: 297, margin: { top: 17, side: 24, bottom: 27 }, gutter: 7, measure: 120 },
  Letter: { width: 215.9, height: 279.4, margin: { top: 16, side: 26, bottom: 25 }, gutter: 7, measure: 120 },
  A5: { width: 148, height: 210, margin: { top: 13, side: 18, bottom: 21 }, gutter: 6, measure: 112 },
}

/** Width of what stands between the margins, in millimetres. */
export function textWidth(paper: Paper): number {
  const { width, margin } = paperMeasures[paper]
  return width - 2 * margin.side
}
