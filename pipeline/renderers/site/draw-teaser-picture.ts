import type { Element } from 'hast'
import { h } from 'hastscript'
import { relativeHref } from '../../ast/addresses.ts'
import type { EditionStory } from '../../ast/edition.ts'
import type { Cut, PictureFiles } from '../../markup/page/picture-files.ts'

/** Where a teaser's picture stands. */
export type TeaserPlace = 'lead' | 'card' | 'row'

/** HTML `sizes`, as templates/site/site.css lays them out. */
const sizes: Readonly<Record<TeaserPlace, string>> = {
  lead: '(min-width: 66rem) 50rem, 100vw',
  card: '(min-width: 66rem) 18rem, (min-width: 48rem) 45vw, 100vw',
  row: '(min-width: 48rem) 18rem, 8rem',
}

/**
 * The lead picture of a story beside its headline, from the very files that the story's own page shows: nothing is cut for a teaser, and
 * a reader who goes on has the picture already. The page crops it to one shape.
 */
export function drawTeaserPicture(files: PictureFiles, { picture, alt }: NonNullable<EditionStory['lead']>, place: TeaserPlace, path: string): Element {
  const { fallback, byType } = files.of(picture, 'lead')
  const srcset = (cuts: readonly Cut[]) => cuts.map(({ asset, width }) => `${relativeHref(path, asset.path)} ${width}w`).join(', ')
  const [cut] = fallback.toSorted((a, b) => a.width - b.width)
  if (!cut) throw new Error(`The picture ${picture.src} has no file.`)
  const { width, height, asset } = cut
  const urgency = place === 'lead' ? { fetchPriority: 'high' } : { loading: 'lazy', decoding: 'async' }
  const image = h('img', { src: relativeHref(path, asset.path), ...(fallback.length > 1 ? { srcSet: srcset(fallback), sizes: sizes[place] } : {}), alt, width, height, ...urgency })
  if (byType.length === 0) return image
  return h('picture', [...byType.map(({ type, cuts }) => h('source', { type, srcSet: srcset(cuts), sizes: sizes[place] })), image])
}
