import { hurts, isSound, type Newspaper } from '../newspaper/newspaper.ts'
import { isOut, toOne, type Edit } from './edit.ts'

/** What goes wrong in a newsroom: a publish reports it and remembers what stood. */
export const breakingEdits: readonly Edit[] = [
  ...hurts.map((hurt): Edit => ({ name: hurt, breaks: true, apply: toOne(isOut, (story) => {
    story.version++
    story.hurt = hurt
  }) })),
  { name: 'vanishes and is still named', breaks: true, apply: toOne(isOut, ({ slug }, { stories }) => void stories.delete(slug)) },
  { name: 'loses a correction', breaks: true, apply: toOne((story) => isOut(story) && story.corrections.length > 0, (story) => void story.corrections.pop()) },
  { name: 'photo is truncated', breaks: true, apply: (paper, chance) => spoil(paper, 'truncated', chance.whole(0, paper.photos.length - 1)) },
  { name: 'photo vanishes', breaks: true, apply: (paper, chance) => spoil(paper, 'gone', chance.whole(0, paper.photos.length - 1)) },
]

function spoil({ photos }: Newspaper, state: 'truncated' | 'gone', number: number): boolean {
  const photo = photos[number]
  if (photo?.state !== 'whole') return false
  photo.state = state
  return true
}

/** Put right all that is wrong with a newspaper. Answers how many things were. */
export function mendAll(paper: Newspaper): number {
  let mended = 0
  for (const photo of paper.photos.filter(({ state }) => state !== 'whole')) {
    photo.state = 'whole'
    mended++
  }
  for (const story of paper.stories.values()) {
    const refs = story.refs.filter((slug) => paper.stories.has(slug))
    if (story.hurt !== undefined || refs.length < story.refs.length) mended++
    story.refs = refs
    delete story.hurt
  }
  paper.front = paper.front.filter((slug) => paper.stories.has(slug))
  if (!isSound(paper)) throw new Error('A newspaper was mended, and is not sound.')
  return mended
}
