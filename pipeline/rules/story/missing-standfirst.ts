import { defineStoryRule } from '../story-rule.ts'

/** A story says in one sentence what it is. */
export const missingStandfirst = defineStoryRule({
  id: 'missing-standfirst',
  good: `
---
headline: Port workers vote to end strike
standfirst: Crane drivers go back to work on Thursday.
byline: [Ana Duarte]
published: 2026-03-04T18:05:00+01:00
---
The hands went up slowly.
`,
  bad: `
---
headline: Port workers vote to end strike
byline: [Ana Duarte]
published: 2026-03-04T18:05:00+01:00
---
The hands went up slowly.
`,
  check({ standfirst = [] }, { report }) {
    if (standfirst.length === 0) report('headline', {})
  },
})
