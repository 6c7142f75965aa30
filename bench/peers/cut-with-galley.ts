import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Picture } from '../../pipeline/ast/small-types.ts'
import { defaultCacheLimit, openCache } from '../../pipeline/cache/cache.ts'
import type { PictureWish } from '../../pipeline/contract/renderer.ts'
import type { SourceFile } from '../../pipeline/contract/source.ts'
import { preparePictures } from '../../pipeline/markup/page/picture-files.ts'
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
const workspace = await openWorkspace(out)
const cache = openCache({ folder: join(out, 'cache'), limit: defaultCacheLimit })
const desk = openPictureDesk({ workspace, cache, cut: cutPicture, original: ({ src }) => read(src) })
const studio = {
  picture: (picture: Picture, wish: PictureWish) => desk.variant(picture, wish, { credit: 'Elsewhere', copyright: 'Elsewhere' }),
  asset: (_content: unknown, name: string, extension: string) => ({ path: `${name}.${extension}`, url: `${name}.${extension}` }),
  source: async (path: string) => (await read(path)).bytes,
  signal: new AbortController().signal,
}
await Promise.all((await readdir(media)).map(cutAll))
await cache.close()

async function cutAll(path: string): Promise<void> {
  const measured = await measurePicture(await read(path))
  if ('problem' in measured) throw new Error(`${path}: ${measured.problem}`)
  const { picture } = measured
  await preparePictures([{ picture, alt: '', place: 'lead' }, { picture, alt: '', place: 'figure' }], ['avif', 'webp', 'jpeg'], studio)
}

async function read(path: string): Promise<SourceFile> {
  return { path, bytes: await readFile(join(media, path)) }
}
