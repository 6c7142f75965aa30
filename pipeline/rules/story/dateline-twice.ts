import { toString } from 'mdast-util-to-string'
import { defineStoryRule } from '../story-rule.ts'

/** A dateline is written once, in front matter. */
export const datelineTwice = defineStoryRule({
  id: 'dateline-twice',
  good: `
---
headline: Port workers vote to end strike
byline: [Ana Duarte]
dateline: GDYNIA, Poland
published: 2026-03-04T18:05:00+01:00
---
The hands went up slowly in Gdynia, and then all at once.
`,
  bad: `
---
headline: Port workers vote to end strike
byline: [Ana Duarte]
dateline: GDYNIA, Poland
published: 2026-03-04T18:05:00+01:00
---
GDYNIA, Poland (Agency), 4 March — The hands went up slowly, and then all at once.
`,
  check({ dateline, body }, { report }) {
    const [first] = body.children
    if (dateline === undefined || first?.type !== 'paragraph') return
    const typed = typedDateline(plain(toString(first)), plain(dateline))
    if (typed !== undefined) report(first, { typed })
  },
})

/** What may stand between the place and the dash, besides the rest of the dateline: an agency in brackets, a date. */
const additions = [/^,?\s*\([^)]{1,40}\)/u, /^,?\s*(?:\p{L}+\.? )?\d{1,2}\.?(?: (?:de )?\p{L}+\.?)?/u]
const ending = /^\s*(?:[—–―:]|-{1,3}(?=\s))/u

/**
 * The dateline that a paragraph begins with: the place in capitals or not, more of what datelines have, and the dash or colon that ends
 * them. A sentence that merely begins with the name of the place goes on with a word, and is none.
 */
function typedDateline(text: string, dateline: string): string | undefined {
  const [place = '', ...more] = dateline.split(',')
  if (text.slice(0, place.length).toLowerCase() !== place.toLowerCase()) return undefined
  let rest = text.slice(place.length)
  const ownAddition = `,${more.join(',')}`.toLowerCase()
  if (more.length > 0 && rest.toLowerCase().startsWith(ownAddition)) rest = rest.slice(ownAddition.length)
  for (const addition of [...additions, ...additions]) rest = rest.replace(addition, '')
  return ending.test(rest) ? text.slice(0, text.length - rest.length).trim() : undefined
}

function plain(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}
