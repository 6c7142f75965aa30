const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Examples that differ for one reason. */
interface Difference {
  examples: readonly number[]
  /** The rule that tells their author of it, where there is anything to tell. */
  warning?: string
}

/** Where our meaning is another one than CommonMark's by design, by reason. All other examples mean the same. */
export const differences: Readonly<Record<string, Difference>> = {
  'A tag is text as typed, and the Markdown between tags keeps its meaning': {
    warning: 'raw-html',
    examples: [
      21, 31, ...range(148, 155), ...range(159, 176), 178, 181, ...range(184, 191), 201, 344, 475, 476, 477, 491, 494, 524, 536, ...range(613, 617), 623,
      ...range(627, 631), 642, 643,
    ],
  },
  'What only a block of HTML would make a tag (not closed, or a blank line in it) is text like any other': { examples: [156, 157, 158, 180, 182] },
  'Words behind a comment on its line are Markdown, like all others': { examples: [177] },
  'A heading without words is left out': { warning: 'empty-heading', examples: [79] },
  'A definition that nothing refers to is printed as typed': {
    warning: 'unused-definition',
    examples: [204, 207, 208, 210, 317, 537, 538, 544, 545, 563, 565, 567, 571, 592],
  },
  'In a tight item only the first paragraph goes without an element of its own': { examples: [300] },
  'A link without words shows its address': { warning: 'link-without-words', examples: [484] },
  'A link with neither words nor an address is refused, and is pressed with words': { examples: [487] },
  'An address is a link without angle brackets too (GFM 6.9)': { examples: [602, 606, 608, 611, 612] },
}

/** Examples that no newspaper would publish as they are: the story is refused with this rule. What they mean is compared all the same. */
export const refusals: Readonly<Record<string, readonly number[]>> = {
  'empty-body': [79],
  'empty-link': [200, 485, 486, 487, 567],
  'missing-alt': [581],
  'relative-link': [194, 195, 203, 204, 346, 484, 492, 495, 496, 498, 499, 500, 502, 503, 504, 522, 600],
  'unknown-anchor': [501],
  'unsafe-link': [596, 598, 599, 601],
}
