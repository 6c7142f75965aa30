import type { Article } from '../../ast/article.ts'
import type { Picture } from '../../ast/small-types.ts'
import type { PictureVariant, RenderContext } from '../../contract/renderer.ts'
import { picturesOf, type PlacedPicture } from '../../markup/pictures-of.ts'
import type { BookPicture } from './book.ts'

/** Finds the file of a picture in the book; one that was not prepared is a bug, and throws. */
export type PictureFinder = (picture: Picture) => BookPicture

/** Pixels across: enough for the largest e-readers held upright (1404 to 1648), and light on a shelf. */
const widest = 1600
const inlineWidest = 400

/** Every picture of the story, each once, in the order of its first appearance; drawings become pixels, which every reader shows. */
export async function fetchPictures(article: Article, context: RenderContext): Promise<{ all: BookPicture[]; find: PictureFinder }> {
  const pictures = new Map<string, BookPicture>()
  for (const { picture, width } of widestUses(picturesOf(article))) {
    const format = picture.mediaType === 'image/png' || picture.mediaType === 'image/svg+xml' ? 'png' : 'jpeg'
    const variant = await context.picture(picture, { width, format })
    pictures.set(picture.sha256, await bookPicture(nameOf(picture), variant))
  }
  return {
    all: [...pictures.values()],
    find(picture) {
      const found = pictures.get(picture.sha256)
      if (!found) throw new Error(`${picture.src} is drawn in the book, and picturesOf() did not name it.`)
      return found
    },
  }
}

/** The cover that the card renderer drew for this story; a publication without cards has books without covers. */
export function findCover(context: RenderContext): BookPicture | undefined {
  const cover = context.input('card').find(({ path, mediaType }) => path.endsWith('/card-cover.jpg') && mediaType === 'image/jpeg')
  if (!cover) return undefined
  return { name: 'cover', extension: 'jpg', mediaType: 'image/jpeg', bytes: cover.bytes, width: 1600, height: 2560 }
}

function widestUses(placed: readonly PlacedPicture[]): { picture: Picture; width: number }[] {
  const uses = new Map<string, { picture: Picture; width: number }>()
  for (const { picture, place } of placed) {
    const needed = Math.min(place === 'inline' ? inlineWidest : widest, sharpWidth(picture))
    uses.set(picture.sha256, { picture, width: Math.max(needed, uses.get(picture.sha256)?.width ?? 0) })
  }
  return [...uses.values()]
}

/** A drawing has no pixels of its own: two for each of its measure are sharp on every screen. */
function sharpWidth({ mediaType, width }: Picture): number {
  return mediaType === 'image/svg+xml' ? width * 2 : width
}

/** Named by the file that the desk knows and by the hash of its content, in characters that every file system takes. */
function nameOf({ src, sha256 }: Picture): string {
  const file = src.split('/').at(-1)?.replace(/\.[^.]*$/, '') ?? ''
  const plain = file.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `${plain || 'picture'}-${sha256.slice(0, 8)}`
}

async function bookPicture(name: string, { read, mediaType, width, height }: PictureVariant): Promise<BookPicture> {
  const bytes = await read()
  return mediaType === 'image/png'
    ? { name, extension: 'png', mediaType, bytes, width, height }
    : { name, extension: 'jpg', mediaType: 'image/jpeg', bytes, width, height }
}
