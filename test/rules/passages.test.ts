import { expect, it } from 'vitest'
import { passagesOf } from '../../pipeline/rules/passages.ts'
import { placeIn } from '../../pipeline/rules/story-rule.ts'
import { exampleReader } from '../../pipeline/run/try-examples.ts'
import { gazette } from '../support/written-story.ts'

const read = exampleReader(gazette)

async function storyOf(example: string) {
  const made = await read(example)
  if (made.problem !== undefined) throw new Error(made.problem)
  return made.story
}

it('lists the prose of a story in reading order, and neither code nor the headlines of others', async () => {
  const story = await storyOf(`---
headline: The first boat
standfirst: It left at *seven*.
lead: { src: quay.jpg, alt: A quay., caption: The quay., credit: Ana }
byline: [Mara Quill]
published: 2026-05-04T08:00:00+01:00
updated: 2026-05-05T08:00:00+01:00
corrections: [{ date: 2026-05-05T08:00:00+01:00, text: It was eight. }]
contributors: Quill wrote.
---
Run \`boat\` now.[^1]

## Later

- One
- Two

| Boat |
| --- |
| Kittiwake |

:::pullquote
We were heard.
:::

:::factbox[The boats]
Two.
:::

::related[Another story’s headline]{href=https://elsewhere.example/}

\`\`\`
code
\`\`\`

[^1]: A note.`)
  expect(passagesOf(story).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'headline: The first boat', 'standfirst: It left at seven.', 'lead: The quay.', 'paragraph: Run \uFFFC\uFFFC\uFFFC\uFFFC now.', 'heading: Later', 'paragraph: One', 'paragraph: Two',
    'tableCell: Boat', 'tableCell: Kittiwake', 'pullQuote: We were heard.', 'title: The boats', 'paragraph: Two.', 'paragraph: A note.', 'correction: It was eight.', 'contributors: Quill wrote.',
  ])
})

// Front matter takes seven lines before a body that stands alone.
const cases: [reason: string, body: string, place: { line: number; column?: number }][] = [
  ['in one line', 'A fine HERE.', { line: 8, column: 8 }],
  ['behind emphasis', 'A *fine* HERE.', { line: 8, column: 10 }],
  ['in a line of its own, as text that is wrapped by hand', 'A fine\nday HERE.', { line: 9, column: 5 }],
  ['in a quotation', '> A fine\n> day HERE\n> it was.', { line: 9, column: 7 }],
  ['in a list', '- A fine\n  day HERE.', { line: 9, column: 7 }],
  ['behind an escape, by line alone', 'A \\*fine\\* HERE.', { line: 8 }],
  ['behind an entity, by line alone', 'A fine&nbsp;HERE.', { line: 8 }],
]

it.each(cases)('knows the place of a word %s', async (_reason, body, place) => {
  const story = await storyOf(body)
  const passage = passagesOf(story).find(({ text }) => text.includes('HERE'))
  expect(placeIn(story, passage?.placeAt(passage.text.indexOf('HERE')) ?? '')).toEqual({ file: 'articles/example.md', ...place })
})
