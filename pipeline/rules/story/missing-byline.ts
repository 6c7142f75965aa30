import { defineStoryRule } from '../story-rule.ts'

/** Somebody stands for every story. */
export const missingByline = defineStoryRule({
  id: 'missing-byline',
  good: `
---
headline: Ferry sails again after two days of fog
byline: [Mara Quill]
published: 2026-05-04T08:00:00+01:00
---
The first boat left at seven.
`,
  bad: `
---
headline: Ferry sails again after two days of fog
published: 2026-05-04T08:00:00+01:00
---
The first boat left at seven.
`,
  check({ byline, tone }, { report }) {
    if (byline.length === 0 && !unsigned.has(tone)) report('headline', {})
  },
})

/** Where the newspaper itself speaks. */
const unsigned: ReadonlySet<string> = new Set(['editorial', 'correction'])
