import { passagesOf, standIn } from '../passages.ts'
import { defineStoryRule } from '../story-rule.ts'

/** Words stand one space apart. */
export const doubleSpaces = defineStoryRule({
  id: 'double-spaces',
  good: `
The first boat left at seven. The second did not leave at all.
`,
  bad: `
The first boat left at seven.  The second did not leave at all.
`,
  check(story, { report }) {
    for (const { text, placeAt } of passagesOf(story)) {
      const gap = /(\S+) {2,}(?=\S)/.exec(text)
      const [, before = ''] = gap ?? []
      if (gap) report(placeAt(gap.index + before.length), { before: before.replaceAll(standIn, '…') })
    }
  },
})
