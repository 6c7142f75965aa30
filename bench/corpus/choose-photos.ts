import { openChance } from './chance.ts'
import type { CorpusPlan, PhotoUse } from './story.ts'
import { inventName, sentenceCase } from './write-prose.ts'
import { days, sights } from './word-lists.ts'

/** However large the corpus, there are no more photos than these: one cut of each then serves every size of corpus. */
const mostPhotos = 100

/** As many distinct photos as there are stories, within reason, and two at the least. */
export function photosIn({ stories }: Pick<CorpusPlan, 'stories'>): number {
  return Math.min(Math.max(stories, 2), mostPhotos)
}

/** Name of a photo's file below the media folder. */
export function photoFile(number: number): string {
  return `photo-${String(number).padStart(3, '0')}.jpg`
}

/** The photo that comes so far down the list, which begins anew at its end. */
export function choosePhoto(plan: CorpusPlan, index: number): PhotoUse {
  const number = index % photosIn(plan)
  const chance = openChance(`${plan.seed}/photo-words/${number}`)
  const sight = chance.pick(sights)
  return {
    file: photoFile(number),
    alt: sentenceCase(`${sight}.`),
    caption: sentenceCase(`${sight}, seen on a ${chance.pick(days)}.`),
    credit: `${inventName(chance)}/Bench Pictures`,
  }
}
