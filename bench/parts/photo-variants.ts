import { join } from 'node:path'
import { CannotMeasure } from '../cannot-measure.ts'
import { makeCorpus } from '../corpus/make-corpus.ts'
import { largePhoto } from '../corpus/photo.ts'
import { planOf, shelf, type Desk } from '../desk.ts'
import type { Usage } from '../measure/usage.ts'
import { benchPackage } from '../peers/bench-package.ts'
import { setAside } from '../set-aside.ts'
import { runOwn } from './floors.ts'
import type { Part } from './part.ts'

/** Cuts of large photos for pages: ours, and eleventy-img's of the same sizes and formats. */
export function photoVariants(photos: number): Part[] {
  return [{ name: 'photos', run: (desk) => cutAll(desk, photos) }]
}

async function cutAll(desk: Desk, photos: number): Promise<void> {
  const folder = join(desk.work, 'newspaper-photos')
  await desk.once('newspaper of photos', () => makeCorpus(planOf(photos), { folder, shelf, photo: largePhoto }))
  const about = `${photos} photos of 3000x2000 for lead and figure`
  await desk.figure({ name: 'photos', title: `Galley, its picture desk alone: ${about}`, stories: 0 }, () => cutBy(desk, 'galley', folder, 'photos'))
  for (const [name, settings] of [['eleventy-img', 'its own'], ['eleventy-img-alike', 'our']] as const) {
    await desk.figure({ name, title: `eleventy-img with ${settings} encoder settings: ${about}`, stories: 0 }, () => cutBy(desk, 'eleventy-img', folder, name))
  }
}

async function cutBy(desk: Desk, program: 'galley' | 'eleventy-img', source: string, name: string): Promise<Usage[]> {
  if (program === 'eleventy-img' && benchPackage('@11ty/eleventy-img') === undefined) throw new CannotMeasure('not installed: npm ci --prefix bench')
  const out = join(desk.work, 'out', name)
  await setAside(out)
  const measured = await runOwn(`peers/cut-with-${program}.js`, [join(source, 'media'), out, name])
  if (measured.exitCode !== 0) throw new CannotMeasure(`${program} ended with ${measured.exitCode}. ${measured.stderr.trim().slice(-300)}`)
  return [measured]
}
