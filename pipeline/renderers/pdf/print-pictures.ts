import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Picture } from '../../ast/small-types.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import type { PicturePlace } from '../../markup/state.ts'
import type { MemoryFile } from '../../tools/browser/serve-from-memory.ts'
import { paperMeasures, textWidth, type Columns, type Paper } from '../../../templates/pdf/paper.ts'

/** Where a picture stands on paper: in the story, or as the newspaper's own in the masthead. */
export type PrintPlace = PicturePlace | 'logo'

/** One use of a picture on the printed page. */
export interface PlacedPrint {
  picture: Picture
  alt: string
  place: PrintPlace
}

/** The pictures of one printed page. Asking for one that was not fetched is a bug, and throws. */
export interface PrintPictures {
  /** What the page asks for, by path. */
  files: ReadonlyMap<string, MemoryFile>
  draw(picture: Picture, alt: string, place: PrintPlace): ElementContent
}

/** The page that pictures are cut for. */
export interface Layout {
  paper: Paper
  columns: Columns
}

// What newspaper presses and office printers can show; 300 makes files nearly twice as large.
const dotsPerInch = 220
const millimetresPerInch = 25.4

/** Cut every picture of a story for the size at which it is printed. Vector drawings stay what they are. */
export async function fetchPictures(placed: readonly PlacedPrint[], layout: Layout, context: RenderContext): Promise<PrintPictures> {
  const files = new Map<string, MemoryFile>()
  const drawings = new Map<string, { src: string; width: number; height: number; className: string[] }>()
  for (const { picture, place } of placed) {
    const isVector = picture.mediaType === 'image/svg+xml'
    const cut = isVector ? { ...picture, read: () => context.source(picture.src) } : await context.picture(picture, { width: pixels(place, layout), format: 'jpeg' })
    const src = `/pictures/${cut.sha256}`
    files.set(src, { bytes: await cut.read(), mediaType: cut.mediaType })
    drawings.set(keyOf(picture, place), { src, width: cut.width, height: cut.height, className: mayBeTrimmed(picture) ? ['may-be-trimmed'] : [] })
  }
  const draw = (picture: Picture, alt: string, place: PrintPlace) => {
    const drawing = drawings.get(keyOf(picture, place))
    if (!drawing) throw new Error(`${picture.src} was not fetched for its place (${place}).`)
    return h('img', { ...drawing, alt })
  }
  return { files, draw }
}

/** True for a photo that is wide enough to lose a strip above and below. A drawing may say something at its edges. */
function mayBeTrimmed({ mediaType, width, height }: Picture): boolean {
  return ['image/jpeg', 'image/webp', 'image/avif'].includes(mediaType) && width / height >= 1.4
}

function keyOf({ src }: Picture, place: PrintPlace): string {
  return `${place} ${src}`
}

function pixels(place: PrintPlace, layout: Layout): number {
  return Math.round((millimetres(place, layout) / millimetresPerInch) * dotsPerInch)
}

/** The widest that a picture is printed in a place. */
function millimetres(place: PrintPlace, { paper, columns }: Layout): number {
  const whole = textWidth(paper)
  const { gutter, measure } = paperMeasures[paper]
  if (place === 'lead') return whole
  if (place === 'logo') return 60
  if (place === 'inline') return 12
  return columns === 'two' || place === 'gallery' ? (whole - gutter) / 2 : measure
}
