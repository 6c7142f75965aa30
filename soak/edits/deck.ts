import type { Chance } from '../../bench/corpus/chance.ts'

/** A pack of cards that is dealt from until it is empty and then shuffled anew, so that each card comes as often as any other. */
export interface Deck<Card> {
  deal(cards: number): Card[]
}

export function openDeck<Card>(cards: readonly Card[], chance: Chance): Deck<Card> {
  let left: Card[] = []
  const one = (): Card[] => {
    if (left.length === 0) left = chance.shuffled(cards)
    return left.splice(0, 1)
  }
  return { deal: (count) => Array.from({ length: cards.length === 0 ? 0 : count }, one).flat() }
}
