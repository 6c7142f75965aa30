import { join } from 'node:path'
import { CannotMeasure } from '../cannot-measure.ts'
import { makeCorpus } from '../corpus/make-corpus.ts'
import { largePhoto } from '../corpus/photo.ts'
import { planOf, shelf, type Desk } from '../desk.ts'
import type { Measured } from '../measure/measure-command.ts'
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
  await desk.figure({ name: 'photos', title: `Galley: ${about}`, stories: 0, note: 'cold less variants cached' }, () => cutByGalley(desk, folder))
  for (const [name, settings] of [['eleventy-img', 'its own'], ['eleventy-img-alike', 'our']] as const) {
    await desk.figure({ name, title: `eleventy-img with ${settings} encoder settings: ${about}`, stories: 0 }, () => cutByEleventy(desk, folder, name))
  }
}

/** What a publish takes that has no pictures yet, less what it takes when it has them. */
async function cutByGalley(desk: Desk, source: string): Promise<Usage[]> {
  const work = { source, out: join(desk.work, 'out', 'photos'), cache: join(desk.work, 'cache', 'photos'), formats: ['html'], seconds: 900 }
  const anew = async (): Promise<Measured> => {
    await setAside(work.out)
    return desk.galley.publish(work)
  }
  await setAside(work.cache)
  const whole = await anew()
  await desk.galley.keepOnlyPictures(work.cache)
  const rest = await anew()
  return [{ ...whole, milliseconds: whole.milliseconds - rest.milliseconds, processorMilliseconds: whole.processorMilliseconds - rest.processorMilliseconds }]
}

async function cutByEleventy(desk: Desk, source: string, name: string): Promise<Usage[]> {
  if (benchPackage('@11ty/eleventy-img') === undefined) throw new CannotMeasure('not installed: npm ci --prefix bench')
  const out = join(desk.work, 'out', name)
  await setAside(out)
  const measured = await runOwn('peers/cut-with-eleventy-img.js', [join(source, 'media'), out, name])
  if (measured.exitCode !== 0) throw new CannotMeasure(`eleventy-img ended with ${measured.exitCode}. ${measured.stderr.trim().slice(-300)}`)
  return [measured]
}
