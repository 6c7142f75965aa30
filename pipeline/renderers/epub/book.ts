import type { Metadata } from './metadata.ts'
import type { ContentsEntry, Landmark } from './contents.ts'

/** A book, drawn: every word and picture of it in its place, not yet bound into one file. */
export interface Book {
  /** RFC 9562 UUID, the same for every edition of the story. */
  uuid: string
  metadata: Metadata
  /** Name of the table of contents, in the story's language. */
  contentsTitle: string
  contents: readonly ContentsEntry[]
  landmarks: readonly Landmark[]
  /** In reading order. */
  chapters: readonly Chapter[]
  pictures: readonly BookPicture[]
  /** Path of the cover picture in the book. */
  coverFile?: string
}

/** One XHTML file of the book. */
export interface Chapter {
  /** Its id in the manifest and, with `.xhtml`, its file name. */
  name: string
  title: string
  /** The division of the book that it belongs to (EPUB 3 Structural Semantics Vocabulary 1.1). */
  matter: 'frontmatter' | 'bodymatter' | 'backmatter'
  /** Content of its `body`, well-formed XML. */
  xhtml: string
}

/** A picture file of the book; its path is `images/<name>.<extension>`. */
export interface BookPicture {
  name: string
  extension: 'jpg' | 'png'
  mediaType: 'image/jpeg' | 'image/png'
  bytes: Uint8Array
  width: number
  height: number
}

/** Path of a picture as the chapters write it. */
export function picturePath({ name, extension }: Pick<BookPicture, 'name' | 'extension'>): string {
  return `images/${name}.${extension}`
}
