import { openChance, type Chance } from './chance.ts'
import { choosePhoto } from './choose-photos.ts'
import { relateStories } from './relate-stories.ts'
import { slugOf, type BenchStory, type Block, type CorpusPlan } from './story.ts'
import { inventName, sentenceCase, takePen, type Pen } from './write-prose.ts'
import { days, quotes, roles, rows, topics } from './word-lists.ts'

/** Invent the story at one place of a corpus: some 1,000 words, four headings, quote, table, two photos, three notes, related links. */
export function inventStory(plan: CorpusPlan, index: number): BenchStory {
  const chance = openChance(`${plan.seed}/story/${index}`)
  const topic = chance.pick(topics)
  const pen = takePen(chance, topic)
  const { town, thing, body } = pen.scene
  return {
    slug: slugOf(index),
    headline: `${town} and ${thing}: what ${body} decided, and what it left open`,
    standfirst: `A vote on ${chance.pick(days)} ended a quarrel about ${topic.matter}. The bill comes later.`,
    kicker: topic.kicker,
    section: topic.section,
    authors: [inventName(chance), inventName(chance)],
    dateline: town.toUpperCase(),
    published: dateOf(index),
    lead: choosePhoto(plan, index),
    related: relateStories(plan, index, [1, 7]),
    blocks: blocksOf(chance, pen, plan, index),
    notes: [1, 2, 3].map((number) => `${sentenceCase(pen.scene.paper())}, page ${chance.whole(2, 40)}, note ${number}.`),
  }
}

function blocksOf(chance: Chance, pen: Pen, plan: CorpusPlan, index: number): Block[] {
  const paragraphs = (words: number, note?: number): Block[] => withNote(pen.paragraphs(words), note)
  const [related] = relateStories(plan, index, [3])
  return [
    ...paragraphs(150, 1),
    { type: 'heading', text: `How ${pen.scene.town} got here` },
    ...paragraphs(140, 2),
    { type: 'quote', text: `${chance.pick(quotes)}.`, by: `${inventName(chance)}, ${chance.pick(roles)}` },
    ...paragraphs(50),
    { type: 'heading', text: 'What it costs' },
    ...paragraphs(70),
    tableOf(chance),
    ...paragraphs(70, 3),
    { type: 'photo', photo: choosePhoto(plan, index + 1) },
    { type: 'heading', text: 'Who is for it, and who is not' },
    ...paragraphs(120),
    ...(related ? [{ type: 'related' as const, ...related }] : []),
    { type: 'heading', text: 'What comes next' },
    ...paragraphs(90),
  ]
}

function withNote(paragraphs: readonly string[], note: number | undefined): Block[] {
  return paragraphs.map((text, place) => ({ type: 'paragraph', text, ...(note !== undefined && place === 0 ? { note } : {}) }))
}

function tableOf(chance: Chance): Block {
  const years = ['2023', '2024', '2025']
  const row = (name: string): string[] => [name, ...years.map(() => `£${chance.whole(4, 96)},${chance.whole(100, 999)}`)]
  return { type: 'table', head: ['Cost', ...years], rows: chance.shuffled(rows).slice(0, 5).map(row) }
}

/** A minute apart, from the morning of 1 January 2026. */
function dateOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 1, 6, index)).toISOString().replace('.000Z', 'Z')
}
