import type { Chance } from '../../bench/corpus/chance.ts'
import { hour, type Newspaper } from '../newspaper/newspaper.ts'
import { breakingEdits, mendAll } from './breaking-edits.ts'
import { openDeck } from './deck.ts'
import type { Edit } from './edit.ts'
import { newSlogan, soundEdits } from './sound-edits.ts'

/** What happens to a newspaper in one round. */
export interface Day {
  /** The newspaper has nothing wrong at its end, and what a publish makes of it depends on nothing that stood before. */
  isSound: boolean
  edits: readonly Edit[]
}

/** Plan all rounds: the first and the last are sound, and so is each third, so that nothing wrong can hide for long. Each kind of edit comes. */
export function planDays(rounds: number, chance: Chance): Day[] {
  const sound = Array.from({ length: rounds }, (_, index) => index % 3 === 0 || index === rounds - 1)
  const broken = sound.filter((isSound) => !isSound).length
  const [all, breaking] = [openDeck(soundEdits, chance), openDeck(breakingEdits, chance)]
  return sound.map((isSound, index) => ({
    isSound,
    edits: [
      ...all.deal(Math.max(5, Math.ceil(soundEdits.length / rounds))),
      ...(index % 4 === 1 ? [newSlogan] : []),
      ...(isSound ? [] : breaking.deal(Math.max(3, Math.ceil(breakingEdits.length / broken)))),
    ],
  }))
}

/** The night before: time passes, and on a sound day everything is put right. Answers how many things were. */
export function beginDay({ isSound }: Day, paper: Newspaper, chance: Chance): number {
  paper.now += chance.whole(1, 40) * hour
  return isSound ? mendAll(paper) : 0
}

/** Do edits, each as often as the newspaper is large. Answers how often each was done. */
export function applyEdits(edits: readonly Edit[], paper: Newspaper, chance: Chance): Map<string, number> {
  const times = Math.max(1, Math.round(paper.stories.size / 200))
  const done = new Map<string, number>()
  for (const edit of edits) {
    for (let time = 0; time < (edit === newSlogan ? 1 : times); time++) if (edit.apply(paper, chance)) done.set(edit.name, (done.get(edit.name) ?? 0) + 1)
  }
  return done
}
