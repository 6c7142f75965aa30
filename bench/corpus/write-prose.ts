import type { Chance } from './chance.ts'
import { sentences, type Scene } from './sentences.ts'
import { bodies, days, firstNames, lastNames, months, outcomes, papers, roles, towns, type Topic } from './word-lists.ts'

/** Writes the paragraphs of one story. */
export interface Pen {
  scene: Scene
  /** Paragraphs of two or three sentences with at least so many words in all. */
  paragraphs(words: number): string[]
}

/** Take up a pen: no sentence comes twice before all have come once. */
export function takePen(chance: Chance, { thing, matter }: Topic): Pen {
  const scene = sceneOf(chance, thing, matter)
  let waiting: ((scene: Scene) => string)[] = []
  const sentence = (): string => {
    if (waiting.length === 0) waiting = chance.shuffled(sentences)
    return sentenceCase(waiting.pop()?.(scene) ?? '')
  }
  const paragraph = (): string => Array.from({ length: chance.whole(2, 3) }, sentence).join(' ')
  const paragraphs = (words: number): string[] => {
    const written: string[] = []
    while (countWords(written.join(' ')) < words) written.push(paragraph())
    return written
  }
  return { scene, paragraphs }
}

/** A first and a last name. */
export function inventName(chance: Chance): string {
  return `${chance.pick(firstNames)} ${chance.pick(lastNames)}`
}

/** With a capital at its beginning. */
export function sentenceCase(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function sceneOf(chance: Chance, thing: string, matter: string): Scene {
  const town = chance.pick(towns)
  const others = towns.filter((other) => other !== town)
  return {
    thing, matter, town,
    body: chance.pick(bodies),
    person: () => `${inventName(chance)}, ${chance.pick(roles)},`,
    place: () => chance.pick(others),
    day: () => chance.pick(days),
    month: () => chance.pick(months),
    paper: () => chance.pick(papers),
    outcome: () => chance.pick(outcomes),
    count: () => String(chance.whole(6, 240)),
    sum: () => `£${chance.whole(2, 940)},000`,
    year: () => String(chance.whole(1958, 2021)),
  }
}
