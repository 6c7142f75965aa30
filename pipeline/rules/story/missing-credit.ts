import { figuresOf } from '../figures-of.ts'
import { defineStoryRule } from '../story-rule.ts'

/** Who made a picture is told wherever it stands. */
export const missingCredit = defineStoryRule({
  id: 'missing-credit',
  good: `
::figure[The quay at noon.]{src=quay.jpg alt="An empty quay." credit="Ewa Nowak/Agency"}
`,
  bad: `
::figure[The quay at noon.]{src=quay.jpg alt="An empty quay."}
`,
  check(story, { report }) {
    for (const { figure, at } of figuresOf(story)) {
      if (!figure.credit?.trim() && !figure.copyright?.trim()) report(at, { path: figure.src })
    }
  },
})
