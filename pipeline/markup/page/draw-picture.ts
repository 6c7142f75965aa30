import type { Element } from 'hast'
import { h } from 'hastscript'
import { relativeHref } from '../../ast/addresses.ts'
import type { Picture } from '../../ast/small-types.ts'
import type { PicturePlace } from '../state.ts'
import type { Cut, PictureFiles } from './picture-files.ts'
import { placeSizes } from './picture-sizes.ts'

/** Draw a picture of the story on the page at `path`, from files that were made for its place. */
export function drawPicture(files: PictureFiles, picture: Picture, alt: string, place: PicturePlace, path: string): Element {
  const { fallback, byType } = files.of(picture, place)
  const srcset = (cuts: readonly Cut[]) => cuts.map(({ asset, width }) => `${relativeHref(path, asset.path)} ${width}w`).join(', ')
  const [largest] = fallback.toSorted((a, b) => b.width - a.width)
  if (!largest) throw new Error(`The picture ${picture.src} has no file for the place "${place}".`)
  const isTall = largest.height > largest.width
  const sizes = isTall ? placeSizes[place].tallSizes : placeSizes[place].sizes
  const image = h('img', {
    src: relativeHref(path, largest.asset.path),
    ...(fallback.length > 1 ? { srcSet: srcset(fallback), sizes } : {}),
    alt,
    width: largest.width,
    height: largest.height,
    className: isTall && place !== 'inline' ? ['portrait'] : null,
    ...urgency(place),
  })
  if (byType.length === 0) return image
  return h('picture', [...byType.map(({ type, cuts }) => h('source', { type, srcSet: srcset(cuts), sizes })), image])
}

/** The lead picture is what the reader came for: it loads first. All others wait until they are near. */
function urgency(place: PicturePlace): Record<string, string> {
  return place === 'lead' ? { fetchPriority: 'high' } : { loading: 'lazy', decoding: 'async' }
}
