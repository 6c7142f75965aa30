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

/** Some rows of a card, all across it; pixels from its top. */
export interface Rows {
  top: number
  height: number
}

/** What is drawn on; pixels. `isWhole`: not only the words, but all of the card. */
export interface Canvas {
  width: number
  height: number
  isWhole: boolean
}

/** What goes over the photo, and the places of its words in reading order. */
export interface DrawnCard {
  width: number
  height: number
  /** RGBA, row by row, of the rows that are drawn on; colours are multiplied by their opacity. */
  pixels: Buffer
  drawn: Rows
  /** Where the words stand. */
  words: Rows
  lines: DrawnLine[]
}
