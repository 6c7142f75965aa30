import type { ElementContent } from 'hast'
import type { Article } from '../ast/article.ts'
import type { NodeType } from '../ast/node-kinds.ts'
import type { NodeOf } from '../ast/nodes.ts'
import type { Publication } from '../ast/publication.ts'
import type { MediaFile, Picture } from '../ast/small-types.ts'
import type { Words } from '../ast/story-view.ts'
import type { Survey } from './survey.ts'

/** Where a picture stands on the page; decides its size, and whether it loads first. */
export type PicturePlace = 'lead' | 'figure' | 'gallery' | 'poster' | 'inline'

/** What a renderer supplies so that the shared handlers can draw its pages. All functions are synchronous: fetch first, draw then. */
export interface MarkupSettings {
  publication: Publication
  /**
   * Whom the file is for, as `plan` promised it. `public`: of a gated story only the free part and a notice;
   * `private`: all of it. Makes no difference to a free story.
   */
  audience: 'public' | 'private'
  /** Draw a measured picture: an `img`, a `picture`. */
  drawPicture(picture: Picture, alt: string, place: PicturePlace): ElementContent
  /** Address of a media file that the story brings with it. */
  mediaHref(file: MediaFile): string
  /** Address of a safe link as this format writes it; by default as it stands. */
  href?(url: string): string
  /** Where the file around the stories with this address is to be had: the front page, a section's page. Nothing where there is none. */
  landmarkHref?(url: string): string | undefined
  /**
   * Role of every `figure`. A printed, tagged page wants `group`, without which a figure that holds a picture counts as a
   * picture with no alternative text; HTML forbids a role beside a `figcaption`, and is right without.
   */
  figureRole?: 'group'
  /** Handlers that replace the shared ones. */
  handlers?: Partial<Handlers>
}

/** What every handler is given: complete settings, the story, and what a look through all of it has found. */
export interface MarkupState extends Survey {
  publication: Publication
  article: Article
  words: Words
  handlers: Handlers
  figureRole: 'group' | undefined
  drawPicture: MarkupSettings['drawPicture']
  mediaHref: MarkupSettings['mediaHref']
  href(url: string): string
}

/** Draw one node of one kind. */
export type Handler<K extends NodeType> = (node: NodeOf<K>, state: MarkupState, parent: NodeType | 'root') => ElementContent | ElementContent[]
/** A handler for every kind of node: a new kind does not compile until it has one. */
export type Handlers = { [K in NodeType]: Handler<K> }
