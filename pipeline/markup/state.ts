import type { ElementContent } from 'hast'
import type { Article } from '../ast/article.ts'
import type { NodeType } from '../ast/node-kinds.ts'
import type { NodeOf } from '../ast/nodes.ts'
import type { Publication } from '../ast/publication.ts'
import type { MediaFile, Picture } from '../ast/small-types.ts'
import type { Words } from '../ast/story-view.ts'

/** Where a picture stands on the page; decides its size, and whether it loads first. */
export type PicturePlace = 'lead' | 'figure' | 'gallery' | 'poster' | 'inline'

/** What a renderer supplies so that the shared handlers can draw its pages. All functions are synchronous: fetch first, draw then. */
export interface MarkupSettings {
  publication: Publication
  /** Draw a measured picture: an `img`, a `picture`, an `amp-img`. */
  drawPicture(picture: Picture, alt: string, place: PicturePlace): ElementContent
  /** Address of a media file that the story brings with it. */
  mediaHref(file: MediaFile): string
  /** Address of a link as this format writes it; by default as it stands. */
  href?(url: string): string
  /** Handlers that replace the shared ones. */
  handlers?: Partial<Handlers>
}

/** What every handler is given: complete settings, and the story. */
export interface MarkupState extends Required<MarkupSettings> {
  article: Article
  words: Words
  handlers: Handlers
  /** Ids of footnotes in the order of their first reference; numbers count from 1. */
  footnoteNumber(identifier: string): number
}

/** Draw one node of one kind. */
export type Handler<K extends NodeType> = (node: NodeOf<K>, state: MarkupState, parent: NodeType | 'root') => ElementContent | ElementContent[]
export type Handlers = { [K in NodeType]: Handler<K> }
