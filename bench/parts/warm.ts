import { join } from 'node:path'
import type { Desk } from '../desk.ts'
import type { Publish } from '../galley.ts'
import { setAside } from '../set-aside.ts'
import { workOf } from './life.ts'
import { copyPictures, cutPictures } from './pictures.ts'
import type { Part } from './part.ts'

/** A newspaper published cold, but for the cuts of its pictures: what stands against the floor and against Eleventy. */
export function warmPublishes(sizes: readonly number[]): Part[] {
  return sizes.flatMap((stories): Part[] => [
    { name: `press-${stories}`, run: (desk) => publishWarm(desk, 'press', stories, ['html', 'pdf', 'epub', 'amp']) },
    { name: `html-warm-${stories}`, run: (desk) => publishWarm(desk, 'html-warm', stories, ['html']) },
  ])
}

/** The cuts themselves, ahead of everything that is measured: making them leaves thousands of removed files behind. */
export function picturesAhead(stories: number): Part {
  return { name: `pictures-${stories}`, run: async (desk) => void (await cutPictures(desk, stories)) }
}

function publishWarm(desk: Desk, kind: string, stories: number, formats: readonly string[]) {
  const title = `cold, variants cached: ${formats.join(' + ')}`
  return desk.figure({ name: `${kind}-${stories}`, title, stories }, async () => {
    const life = await workOf(desk, { stories, prefix: `${kind}-` })
    const work: Publish = { ...life, out: join(desk.work, 'out', `${kind}-${stories}`), formats }
    await setAside(work.out)
    await copyPictures(desk, stories, work.cache)
    return [await desk.galley.publish(work)]
  })
}
