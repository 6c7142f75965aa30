import { liveThrough, publishChanged, publishCold, publishUnchanged, type Life } from './life.ts'
import type { Part } from './part.ts'

const formats = ['html', 'amp', 'pdf', 'epub', 'card'] as const

/** Newspapers of each size in all formats together, state by state. */
export function wholeNewspapers(sizes: readonly number[]): Part[] {
  return sizes.flatMap((stories): Part[] => {
    const life: Life = { stories, prefix: '' }
    return [
      { name: `cold-${stories}`, run: (desk) => publishCold(desk, life) },
      { name: `unchanged-${stories}`, run: (desk) => publishUnchanged(desk, life) },
      { name: `changed-${stories}`, run: (desk) => publishChanged(desk, life) },
    ]
  })
}

/** Newspapers of each size in one format at a time. */
export function singleFormats(sizes: readonly number[]): Part[] {
  return sizes.flatMap((stories) =>
    formats.map((format): Part => ({ name: `${format}-${stories}`, run: (desk) => liveThrough(desk, { stories, prefix: `${format}-`, formats: [format] }) })),
  )
}

/** Newspapers with very many stories: pages only, and cuts of pictures are there already. */
export function largeNewspapers(sizes: readonly number[]): Part[] {
  return sizes.map((stories) => ({ name: `large-${stories}`, run: (desk) => liveThrough(desk, { stories, prefix: 'large-', formats: ['html', 'amp'], isWarm: true }) }))
}
