import { commercialLabels, tones, type Commercial, type Tone } from '../../pipeline/ast/article.ts'
import { foundNewspaper, type SmallNewspaper } from './small-newspaper.ts'

/** One story for each tone and each commercial label. */
export interface LabelledStory {
  slug: string
  tone: Tone
  commercial: Commercial
}

/** Where links lead that are not the newspaper’s own, by where in a story they stand. */
export const elsewhere = ['author', 'standfirst', 'text', 'note', 'box', 'quote', 'between', 'embed', 'sound', 'correction', 'contributors', 'follow', 'related']

/** Every tone with every commercial label. */
export const labelledStories: readonly LabelledStory[] = tones.flatMap((tone) => commercialLabels.map((commercial) => ({ slug: `${tone}-${commercial}`, tone, commercial })))

/** A newspaper of these stories, all of them on its front page, each with a link in every place that can hold one. */
export async function foundLabelledNewspaper(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(Object.fromEntries(labelledStories.map((one, index) => [one.slug, written(one, index)])))
  await paper.write('publication.yml', [
    'name: The Ferry Gazette', 'url: https://gazette.example', 'language: en-GB', 'timezone: Europe/London',
    'sections: { sea: Sea, town: Town }', 'formats:', '  html: {}', '  amp: {}', '  pdf: {}', '  epub: {}', '  card: { sizes: [og] }', '  site: { top: 20, block: 20 }', '  feeds: {}', '',
  ].join('\n'))
  return paper
}

function link(place: string): string {
  return `[${place}](https://${place}.example/)`
}

function written({ slug, tone, commercial }: LabelledStory, index: number): string {
  const next = labelledStories[(index + 1) % labelledStories.length]?.slug
  return `---
headline: Boat number ${index + 1} leaves
standfirst: It was seen from the ${link('standfirst')}.
section: ${commercial === 'none' ? 'sea' : 'town'}
tone: ${tone}
commercial: ${commercial}
byline: [{ name: Mara Quill, url: https://author.example/ }]
published: 2026-05-04T08:00:00+01:00
contributors: The ${link('contributors')} were there.
follow: { text: Follow it, href: https://follow.example/ }
related:
  - { title: The next harbour, href: https://related.example/ }
  - ref: ${next}
corrections: [{ date: 2026-05-05T08:00:00+01:00, text: "The ${link('correction')} was wrong." }]
id: ${slug}
---
The boat left by the ${link('text')}, as [another](https://gazette.example/${next?.endsWith('none') ? 'sea' : 'town'}/${next}/) did.[^1]

::related[The harbour between]{href=https://between.example/}

::embed[A chart of the bar]{url=https://embed.example/chart}

::audio[Its horn]{src=https://sound.example/horn.mp3 title="A horn"}

:::factbox[The boat]
It has a ${link('box')}.
:::

> Nobody saw the ${link('quote')}.

[^1]: So the ${link('note')} says.
`
}
