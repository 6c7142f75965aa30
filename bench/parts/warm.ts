import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import type { Desk } from '../desk.ts'
import type { Publish } from '../galley.ts'
import { workOf } from './life.ts'
import type { Part } from './part.ts'

/** A newspaper published cold, but for the cuts of its pictures: what stands against the floor and against Eleventy. */
export function warmPublishes(sizes: readonly number[]): Part[] {
  return sizes.flatMap((stories): Part[] => [
    { name: `press-${stories}`, run: (desk) => publishWarm(desk, 'press', stories, ['html', 'pdf', 'epub', 'amp']) },
    { name: `html-warm-${stories}`, run: (desk) => publishWarm(desk, 'html-warm', stories, ['html']) },
  ])
}

function publishWarm(desk: Desk, kind: string, stories: number, formats: readonly string[]) {
  const title = `cold, variants cached: ${formats.join(' + ')}`
  return desk.figure({ name: `${kind}-${stories}`, title, stories }, async () => {
    const life = await workOf(desk, { stories, prefix: 'warm-' })
    await desk.once(`pictures of ${stories}`, () => desk.galley.publish(life))
    const work: Publish = { ...life, out: join(desk.work, 'out', `${kind}-${stories}`), formats }
    await rm(work.out, { recursive: true, force: true })
    await desk.galley.keepOnlyPictures(work.cache)
    return [await desk.galley.publish(work)]
  })
}
