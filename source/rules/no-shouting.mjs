// A rule of The Harbour Post, and the pattern for one of your own: docs/adding-a-rule.md.

/** @type {import('../../pipeline/rules/house-rule.ts').HouseRule} */
export default {
  id: 'house/no-shouting',
  severity: 'warning',
  description: 'A headline or a heading ends in an exclamation mark. The Harbour Post does not raise its voice.',
  good: `
---
headline: Lantern walk moves to Saturday
byline: [Bex Calloway]
published: 2026-11-18T06:00:00+00:00
---
Bring a lantern.
`,
  bad: `
---
headline: Lantern walk moves to Saturday!
byline: [Bex Calloway]
published: 2026-11-18T06:00:00+00:00
---
Bring a lantern.
`,
  check(_story, { passages, report }) {
    for (const { kind, text, placeAt } of passages) {
      if (kind !== 'headline' && kind !== 'heading') continue
      const mark = text.search(/!\s*$/)
      if (mark !== -1) report(placeAt(mark), `“${text.trim()}” shouts.`, 'End it without a mark. In a quotation, put the mark inside the quotation marks.')
    }
  },
}
