import type { Scale } from '../report/targets.ts'
import { floors } from './floors.ts'
import { largeNewspapers, singleFormats, wholeNewspapers } from './newspapers.ts'
import { npmStarts } from './npm-start.ts'
import type { Part } from './part.ts'
import { peerParts } from './peers.ts'
import { photoVariants } from './photo-variants.ts'
import { tangledStories } from './tangles.ts'
import { picturesAhead, warmPublishes } from './warm.ts'

/** What a bench measures when nothing is chosen. */
export const fullScale: Scale & { photos: number } = { sizes: [1, 20, 100], large: [100, 1000, 10_000], photos: 20 }

/** A quarter of an hour: shows that everything works, says little about the targets. */
export const quickScale: Scale & { photos: number } = { sizes: [1, 5], large: [5, 20], photos: 3 }

/** All parts of a bench in the order in which they are measured. */
export function partsOf({ sizes, large, photos }: Scale & { photos: number }): Part[] {
  return [
    picturesAhead(sizes.at(-1) ?? 1),
    ...floors(sizes),
    ...peerParts(sizes, large),
    ...wholeNewspapers(sizes),
    ...npmStarts(sizes),
    ...warmPublishes(sizes),
    ...singleFormats(sizes),
    ...photoVariants(photos),
    ...tangledStories,
    ...largeNewspapers(large),
  ]
}

/** Those parts that are named, whole or by their kind: `cold-100`, `cold`. Throws a sentence for a name that is none. */
export function choose(parts: readonly Part[], names: readonly string[]): Part[] {
  for (const name of names) {
    if (!parts.some((part) => fits(part, name))) throw new Error(`There is no part "${name}". There are: ${parts.map((part) => part.name).join(', ')}.`)
  }
  return parts.filter((part) => names.length === 0 || names.some((name) => fits(part, name)))
}

function fits(part: Part, name: string): boolean {
  return part.name === name || part.name.startsWith(`${name}-`)
}
