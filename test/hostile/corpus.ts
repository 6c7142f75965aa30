import { addresses, texts } from './attacks.ts'
import { addressPlaces, textPlaces, type Written } from './places.ts'

/** One story of a hostile author. */
export interface HostileStory {
  slug: string
  /** `script element, in headline` */
  about: string
  file: string
  /** Which formats it goes through: by turns, so that each attack and each place meets all of them, though not each pair. */
  part: 0 | 1
}

/** Every attack in every place, one to a story, so that a refusal of one hides no other. */
export const corpus: readonly HostileStory[] = [...crossed(texts, textPlaces, 'text'), ...crossed(addresses, addressPlaces, 'address')]

function crossed(attacks: Readonly<Record<string, string>>, places: Readonly<Record<string, (attack: string) => Written>>, kind: string): HostileStory[] {
  return Object.entries(attacks).flatMap(([attack, words], row) =>
    Object.entries(places).map(([place, write], column) => ({ slug: `${kind}-${row}-${column}`, about: `${attack}, in ${place}`, file: storyFile(write(words)), part: (row + column) % 2 === 0 ? 0 : 1 })),
  )
}

/** A whole story around what one place of it holds. */
export function storyFile({ front = '', body = 'Six boats left.' }: Written): string {
  const headline = /^headline:/m.test(front) ? '' : 'headline: Six boats left\n'
  return `---\n${headline}published: 2026-03-05T18:05:00+00:00\n${front}\n---\n${body}\n`
}
