import { slugOf, type CorpusPlan, type RelatedStory } from './story.ts'

/** Stories so many steps down the corpus, each once and never itself, and then a page elsewhere. */
export function relateStories({ stories }: CorpusPlan, index: number, steps: readonly number[]): RelatedStory[] {
  const others = [...new Set(steps.map((step) => (index + step) % stories))].filter((other) => other !== index)
  const inside = others.map((other) => ({ title: `More on the matter: story ${other + 1}`, to: { ref: slugOf(other) } }))
  return [...inside, { title: 'The minutes of the meeting, in full', to: { href: `https://minutes.example/meetings/${index + 1}` } }]
}
