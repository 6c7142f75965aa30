import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Picture } from '../../pipeline/ast/small-types.ts'
import { defaultCacheLimit, openCache } from '../../pipeline/cache/cache.ts'
import type { PictureWish } from '../../pipeline/contract/renderer.ts'
import { placeSizes } from '../../pipeline/markup/page/picture-sizes.ts'
import { cutPicture } from '../../pipeline/pictures/cut-picture.ts'
import { measurePicture } from '../../pipeline/pictures/measure-picture.ts'
import { openPictureDesk } from '../../pipeline/run/picture-desk.ts'
import { openWorkspace } from '../../pipeline/run/workspace.ts'

/*
 * Cut every photo of a folder as a publish does, by its picture desk and into a cache, to the widths and formats of our pages (as lead and as
 * figure): what cut-with-eleventy-img.ts has eleventy-img cut, and nothing more.
 *
 *   node cut-with-galley.js MEDIA OUT
 */
const [media = '', out = ''] = process.argv.slice(2)
const { lead, figure } = placeSizes
const workspace = await openWorkspace(out)
const cache = openCache({ folder: join(out, 'cache'), limit: defaultCacheLimit })
const desk = openPictureDesk({ workspace, cache, cut: cutPicture, original: async ({ src }) => ({ path: src, bytes: await readFile(join(media, src)) }) })
await Promise.all((await readdir(media)).map(cutAll))
await cache.close()

async function cutAll(path: string): Promise<void> {
  const measured = await measurePicture({ path, bytes: await readFile(join(media, path)) })
  if ('problem' in measured) throw new Error(`${path}: ${measured.problem}`)
  await Promise.all(wishesFor(measured.picture).map((wish) => desk.variant(measured.picture, wish, { credit: 'Elsewhere', copyright: 'Elsewhere' })))
}

/** The formats of one width after each other, as pages ask for them. */
function wishesFor({ width: own }: Picture): PictureWish[] {
  const widths = [...lead.widths, ...figure.widths].filter((width) => width <= own)
  const jpegWidths: readonly number[] = [...lead.jpegWidths, ...figure.jpegWidths]
  return widths.flatMap((width) => [{ width, format: 'avif' }, { width, format: 'webp' }, ...(jpegWidths.includes(width) ? [{ width, format: 'jpeg' } as const] : [])])
}
