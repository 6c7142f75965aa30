import type { Chance } from '../../bench/corpus/chance.ts'
import type { Newspaper, SoakStory } from '../newspaper/newspaper.ts'

/** One thing that happens to a newspaper between two publishes. */
export interface Edit {
  name: string
  /** What a publish makes of it depends on what stood before. */
  breaks: boolean
  /** Do it once. Answers false where there is nothing to do it to. */
  apply(paper: Newspaper, chance: Chance): boolean
}

/** Do something to one of the stories that are as this asks. */
export function toOne(fits: (story: SoakStory) => boolean, change: (story: SoakStory, paper: Newspaper, chance: Chance) => void): Edit['apply'] {
  return (paper, chance) => {
    const fitting = [...paper.stories.values()].filter(fits)
    if (fitting.length === 0) return false
    change(chance.pick(fitting), paper, chance)
    return true
  }
}

/** A story that readers can find, with nothing wrong. */
export function isOut({ status, embargo, expires, hurt }: SoakStory): boolean {
  return status === undefined && embargo === undefined && expires === undefined && hurt === undefined
}
