import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from '../desk.ts'
import { setAside } from '../set-aside.ts'

// A corpus has no more distinct photos, however large it is.
const mostPhotos = 100

/** A cache that holds the cuts of all photos of a newspaper and nothing else, made once. */
export function cutPictures(desk: Desk, stories: number): Promise<string> {
  const count = Math.min(stories, mostPhotos)
  return desk.once(`pictures ${count}`, async () => {
    const name = `pictures-${count}`
    const [out, cache] = [join(desk.work, 'out', name), join(desk.work, 'cache', name)]
    await Promise.all([out, cache].map(setAside))
    await desk.galley.publish({ source: await desk.newspaper(count), out, cache, formats: ['html', 'pdf', 'epub', 'amp'], seconds: 600 + count })
    await desk.galley.keepOnlyPictures(cache)
    return cache
  })
}

/** Make a cache that holds the cuts and nothing else. */
export async function copyPictures(desk: Desk, stories: number, cache: string): Promise<void> {
  const pictures = await cutPictures(desk, stories)
  await setAside(cache)
  await cp(pictures, cache, { recursive: true, preserveTimestamps: true })
}
