import { defineStoryRule } from '../story-rule.ts'
import { headlineLimit } from './long-headline.ts'

/** A headline fits on a social card in letters that are easily read. What really was cut, the card says itself when it is drawn. */
export const headlineOverCard = defineStoryRule({
  id: 'headline-over-card',
  good: `
---
headline: Untersuchungsausschussvorsitzendenstellvertreterin tritt zurück, Wasserstraßenneubauamtsdirektorin übernimmt
headlines: { social: Stellvertreterin tritt zurück }
byline: [Ana Duarte]
published: 2026-03-04T18:05:00+01:00
---
Sie nannte keinen Grund.
`,
  bad: `
---
headline: Untersuchungsausschussvorsitzendenstellvertreterin tritt zurück, Wasserstraßenneubauamtsdirektorin übernimmt
byline: [Ana Duarte]
published: 2026-03-04T18:05:00+01:00
---
Sie nannte keinen Grund.
`,
  check({ headline, headlines: { social } }, { report }) {
    // Of a headline that is too long for everything it has been said already.
    if (social === headline && [...headline].length > headlineLimit) return
    const needed = linesOf(social)
    if (needed > cardRoom.lines) report(social === headline ? 'headline' : 'headlines.social', { needed, lines: cardRoom.lines })
  },
})

/** The least room that a card has: the square one, at the smallest size for its three lines (`pipeline/renderers/card/card-sizes.ts`). Width in em. */
export const cardRoom = { lines: 3, width: (1080 - 2 * 72) / 46 }

/** How many lines a headline takes there, each as full as can be; a word that is wider than a line is broken. */
function linesOf(headline: string): number {
  let [lines, filled] = [1, 0]
  for (const word of headline.split(/\s+/)) {
    const width = widthOf(word)
    if (filled > 0 && filled + widthOf(' ') + width > cardRoom.width) [lines, filled] = [lines + 1, 0]
    filled += (filled > 0 ? widthOf(' ') : 0) + width
    while (filled > cardRoom.width) [lines, filled] = [lines + 1, filled - cardRoom.width]
  }
  return lines
}

/** About how wide some words are in the headline’s typeface, in em: by the kind of each letter, without opening a font. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.58), 0)
}

/** Means of Source Serif 4 as cards set it; letters without a kind of their own are as wide as most small ones. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'’‘!]/u, 0.26],
  [/[ijlftIJ|()[\]/-]/u, 0.35],
  [/[rsz“”„«»?]/u, 0.47],
  [/[mwMWжщ—…%@]/u, 0.93],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 1],
  [/[\p{M}\p{Cf}]/u, 0],
  [/\p{Script=Arabic}/u, 0.42],
  [/\p{Lu}/u, 0.68],
]
