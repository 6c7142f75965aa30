import { describe, expect, it } from 'vitest'
import { openChance } from '../../bench/corpus/chance.ts'
import { breakingEdits } from '../../soak/edits/breaking-edits.ts'
import { applyEdits, beginDay, planDays } from '../../soak/edits/day.ts'
import { openDeck } from '../../soak/edits/deck.ts'
import { newSlogan, soundEdits } from '../../soak/edits/sound-edits.ts'
import { foundNewspaper, isSound, type Newspaper } from '../../soak/newspaper/newspaper.ts'
import { writeStory } from '../../soak/newspaper/write-story.ts'

const found = (seed: string, stories = 12): Newspaper => foundNewspaper({ seed, stories, photos: 3, formats: ['html'] })

/** All that happens to a newspaper, without publishing it. */
function live(seed: string, rounds: number): { paper: Newspaper; done: ReadonlyMap<string, number>; sound: boolean[] } {
  const [paper, chance, done, sound] = [found(seed), openChance(seed), new Map<string, number>(), [] as boolean[]]
  for (const day of planDays(rounds, chance)) {
    beginDay(day, paper, chance)
    for (const [name, count] of applyEdits(day.edits, paper, chance)) done.set(name, (done.get(name) ?? 0) + count)
    sound.push(isSound(paper))
  }
  return { paper, done, sound }
}

const textOf = ({ paper }: { paper: Newspaper }): string => [...paper.stories.values()].map((story) => writeStory(story, paper)).join('')

describe('the edits of a soak', () => {
  it('are the same for the same seed', () => {
    expect(textOf(live('one', 6))).toBe(textOf(live('one', 6)))
    expect(textOf(live('two', 6))).not.toBe(textOf(live('one', 6)))
  })

  it('are all done within ten rounds', () => {
    expect([...live('one', 10).done.keys()].sort()).toEqual([...soundEdits, newSlogan, ...breakingEdits].map(({ name }) => name).sort())
  })

  it('leave nothing broken in the first round, the last, and each third', () => {
    const { sound } = live('one', 9)
    expect(sound.flatMap((isWell, index) => (isWell ? [index] : []))).toEqual([0, 3, 6, 8])
  })

  it('come as often as one another', () => {
    const dealt = openDeck(['a', 'b', 'c'], openChance('deck')).deal(9)
    expect(dealt.toSorted().join('')).toBe('aaabbbccc')
  })
})
