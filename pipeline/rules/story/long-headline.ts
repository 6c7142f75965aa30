import { defineStoryRule } from '../story-rule.ts'

/** A headline is read at a glance. */
export const longHeadline = defineStoryRule({
  id: 'long-headline',
  good: `
---
headline: Port workers vote to end a strike of twenty-three days
byline: [Ana Duarte]
published: 2026-03-04T18:05:00+01:00
---
The hands went up slowly.
`,
  bad: `
---
headline: Port workers of the three northern terminals vote, after a night of talks that nobody had expected, to end a strike of twenty-three days
byline: [Ana Duarte]
published: 2026-03-04T18:05:00+01:00
---
The hands went up slowly.
`,
  check({ headline }, { report }) {
    const { length } = [...headline.normalize('NFC')]
    if (length > headlineLimit) report('headline', { length, limit: headlineLimit })
  },
})

/** Characters, as https://developers.google.com/search/docs/appearance/structured-data/article asked of news for years. */
export const headlineLimit = 110
