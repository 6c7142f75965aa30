/** Where some words stand on a card: pixels from its top left corner. */
export interface DrawnLine {
  /** What it is: `headline-1`, `label`, `credit`. */
  key: string
  text: string
  left: number
  top: number
  width: number
  height: number
}

/** What goes over the photo: RGBA, row by row, and the places of its words in reading order. */
export interface DrawnCard {
  width: number
  height: number
  pixels: Buffer
  /** Whether the colours are multiplied by their opacity. */
  premultiplied: boolean
  lines: DrawnLine[]
}
