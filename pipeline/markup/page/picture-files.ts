import type { Picture } from '../../ast/small-types.ts'
import type { Asset, Materials, PictureWish } from '../../contract/renderer.ts'
import type { PlacedPicture } from '../pictures-of.ts'
import type { PicturePlace } from '../state.ts'
import { placeSizes } from './picture-sizes.ts'

/** A type of file that a page offers its pictures in. */
export type PictureFormat = PictureWish['format']

/** Pixels: how tall the logo stands in the masthead, as templates/shared/page.css lays it out. */
const mastheadHeight = 52

/** One file of a picture. Width and height are pixels. */
export interface Cut {
  asset: Asset
  width: number
  height: number
}

/** The files of one picture for one place: what every browser reads, and smaller ones by type, best first. */
export interface PlacedFiles {
  fallback: readonly Cut[]
  byType: readonly { type: string; cuts: readonly Cut[] }[]
}

/** What cuts pictures and puts them among the assets. */
type Studio = Pick<Materials, 'picture' | 'asset' | 'source' | 'signal'>

/** The files of all pictures of a story. Asking for one that was not prepared is a bug, and throws. */
export interface PictureFiles {
  of(picture: Picture, place: PicturePlace): PlacedFiles
}

/**
 * Cut every picture of a story to the sizes of its place and put the cuts among the assets.
 *
 * @param formats what the page offers, best first; the last is the one that every browser of its readers knows
 */
export async function preparePictures(
  pictures: readonly PlacedPicture[],
  formats: readonly PictureFormat[],
  context: Studio,
): Promise<PictureFiles> {
  const wanted = new Map(pictures.map(({ picture, place }) => [keyOf(picture, place), { picture, place }]))
  const files = new Map<string, PlacedFiles>()
  for (const [key, { picture, place }] of wanted) {
    context.signal.throwIfAborted()
    files.set(key, await filesOf(picture, place, formats, context))
  }
  return {
    of(picture, place) {
      const found = files.get(keyOf(picture, place))
      if (!found) throw new Error(`The picture ${picture.src} was not prepared for the place "${place}".`)
      return found
    },
  }
}

/** The newspaper's logo among the assets; a photo of one is cut to the height of the masthead at double density. */
export async function prepareLogo(context: Materials): Promise<Cut | undefined> {
  const { logo } = context.publication
  if (!logo) return undefined
  if (logo.mediaType === 'image/svg+xml') return publishDrawing(logo, context)
  const width = Math.ceil((logo.width / logo.height) * 2 * mastheadHeight)
  return cutTo(logo, { width: Math.min(width, logo.width), format: 'png' }, context)
}

/** A drawing is shown as it stands in `source/`: no cut of it would be as sharp. A photo is cut to every format. */
async function filesOf(picture: Picture, place: PicturePlace, formats: readonly PictureFormat[], context: Studio): Promise<PlacedFiles> {
  if (picture.mediaType === 'image/svg+xml') return { fallback: [await publishDrawing(picture, context)], byType: [] }
  const { widths, jpegWidths } = placeSizes[place]
  const wishes = formats.flatMap((format) => widthsOf(picture, format === 'jpeg' ? jpegWidths : widths).map((width) => ({ format, width })))
  // All formats of one width after each other, for which the picture is then decoded and scaled once.
  const cuts = await Promise.all(wishes.sort((one, other) => one.width - other.width).map(async (wish) => ({ ...wish, cut: await cutTo(picture, wish, context) })))
  const all = formats.map((format) => ({ type: `image/${format}`, cuts: cuts.filter((one) => one.format === format).map(({ cut }) => cut) }))
  return { fallback: all.at(-1)?.cuts ?? [], byType: all.slice(0, -1) }
}

/** Put an SVG among the assets, unchanged. */
async function publishDrawing(picture: Picture, context: Studio): Promise<Cut> {
  const { width, height } = picture
  return { asset: context.asset(await context.source(picture.src), stem(picture), 'svg'), width, height }
}

/** The widths that the picture really has; wider wishes end in its own, once. */
function widthsOf(picture: Picture, widths: readonly number[]): number[] {
  return [...new Set(widths.map((width) => Math.min(width, picture.width)))]
}

async function cutTo(picture: Picture, wish: { width: number; format: PictureFormat }, context: Studio): Promise<Cut> {
  const cut = await context.picture(picture, wish)
  const { width, height } = cut
  return { asset: context.asset(cut, `${stem(picture)}-${width}`, wish.format === 'jpeg' ? 'jpg' : wish.format), width, height }
}

function keyOf(picture: Picture, place: PicturePlace): string {
  return `${place} ${picture.src}`
}

/** The name of a picture’s file without folders and extension. */
export function stem({ src }: Picture): string {
  return src.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
}
