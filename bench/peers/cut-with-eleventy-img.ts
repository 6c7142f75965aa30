import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { placeSizes } from '../../pipeline/markup/page/picture-sizes.ts'
import { encoderSettings } from '../../pipeline/pictures/encoder-settings.ts'
import { home } from '../../pipeline/tools/installation.ts'

/*
 * Cut every photo of a folder with eleventy-img, to the widths and formats of our pages (as lead and as figure).
 *
 *   node cut-with-eleventy-img.js MEDIA OUT eleventy-img|eleventy-img-alike
 *
 * `alike` gives its encoders our settings (pipeline/pictures/encoder-settings.ts); without, they are its own.
 */
interface ImageOptions {
  widths: readonly number[]
  formats: readonly string[]
  outputDir: string
  concurrency: number
  useCache: boolean
  [encoder: `sharp${string}Options`]: object
}
type CutImage = (file: string, options: ImageOptions) => Promise<unknown>

const [media = '', outputDir = '', settings] = process.argv.slice(2)
const alike = { sharpJpegOptions: encoderSettings.jpeg, sharpWebpOptions: encoderSettings.webp, sharpAvifOptions: encoderSettings.avif }
const shared = { outputDir, concurrency: availableParallelism(), useCache: false, ...(settings === 'eleventy-img-alike' ? alike : {}) }
const { lead, figure } = placeSizes

const cut = await loadEleventyImage()
const photos = (await readdir(media)).map((name) => join(media, name))
await Promise.all(photos.flatMap((photo) => [
  cut(photo, { ...shared, formats: ['avif', 'webp'], widths: [...lead.widths, ...figure.widths] }),
  cut(photo, { ...shared, formats: ['jpeg'], widths: [...lead.jpegWidths, ...figure.jpegWidths] }),
]))

async function loadEleventyImage(): Promise<CutImage> {
  const path = createRequire(join(home, 'bench/package.json')).resolve('@11ty/eleventy-img')
  return ((await import(pathToFileURL(path).href)) as { default: CutImage }).default
}
