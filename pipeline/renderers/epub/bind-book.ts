import type { Options } from 'epub-gen-memory'
import { zipSync, type Zippable } from 'fflate'
import type { RenderContext } from '../../contract/renderer.ts'
import { picturePath, type Book } from './book.ts'
import { depthOf } from './contents.ts'
import { forXml } from '../../markup/xml/for-xml.ts'

/** Before any file was written; zip files (APPNOTE 4.4.6) know no earlier time, and have no zone. */
const zipTime = '1980-01-01T00:00:00'

/**
 * Bind a book into one EPUB file with the templates of `templates/epub`. Equal books give equal bytes.
 *
 * epub-gen-memory downloads whatever a chapter names as a picture, files of this machine included. It is therefore never given
 * our chapters as its own content, and every method with which it downloads is replaced by one that puts in what we have.
 */
export async function bindBook(book: Book, context: RenderContext): Promise<Uint8Array> {
  const { EPub } = await import('epub-gen-memory')
  const options = await bookOptions(book, context)
  const chapters = book.chapters.map(({ name, title, matter, xhtml }) => ({
    name,
    matter,
    xhtml: forXml(xhtml),
    language: book.metadata.language,
    direction: book.metadata.direction,
    title: forXml(title),
    filename: `${name}.xhtml`,
    content: '',
  }))

  class BoundBook extends EPub {
    constructor() {
      super(options, chapters)
      this.uuid = book.uuid
      this.images = book.pictures.map(({ name, extension, mediaType }) => ({ id: name, extension, mediaType, url: '' }))
    }

    protected override async downloadAllFonts(): Promise<void> {}

    protected override async downloadAllImages(): Promise<void> {}

    protected override async makeCover(): Promise<void> {}

    /** The text files that the library has made of our templates, by their path, in its order. */
    async texts(): Promise<[string, Uint8Array][]> {
      await this.render()
      const files = Object.values(this.zip.files).filter(({ dir }) => !dir)
      return Promise.all(files.map(async (file): Promise<[string, Uint8Array]> => [file.name, await file.async('uint8array')]))
    }
  }

  return zip(await new BoundBook().texts(), book)
}

/**
 * Not by the library's own jszip, which takes twice as long. Pictures are compressed already: deflating them again costs time and saves
 * nothing. The first file must not be compressed (EPUB OCF 3.3, 4.3).
 */
function zip(texts: readonly [string, Uint8Array][], { pictures }: Book): Uint8Array {
  const files: Zippable = {}
  for (const [path, bytes] of texts) files[path] = [bytes, { level: path === 'mimetype' ? 0 : 6 }]
  for (const picture of pictures) files[`OEBPS/${picturePath(picture)}`] = [picture.bytes, { level: 0 }]
  return zipSync(files, { mtime: zipTime })
}

/** The library's options, with ours under the key `book` for the templates. */
async function bookOptions(book: Book, context: RenderContext): Promise<Options> {
  const template = async (name: string) => new TextDecoder().decode(await context.template(`epub/${name}`))
  const { metadata, contents, landmarks, coverFile } = book
  const known: Options = {
    title: forXml(metadata.title),
    date: metadata.published,
    tocTitle: book.contentsTitle,
    css: await template('style.css'),
    chapterXHTML: await template('chapter.xhtml.ejs'),
    contentOPF: await template('content.opf.ejs'),
    tocNCX: await template('toc.ncx.ejs'),
    tocXHTML: await template('toc.xhtml.ejs'),
  }
  const forTemplates = mapStrings({ ...metadata, contents, landmarks, coverFile, depth: depthOf(contents) }, forXml)
  return { ...known, book: forTemplates } as Options
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, mapStrings(of, change)]))
}
