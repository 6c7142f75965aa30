import { h } from 'hastscript'
import type { Article } from '../../ast/article.ts'
import type { StoryView } from '../../ast/story-view.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { viewStory } from '../../markup/view-story.ts'
import { picturePath, type Book } from './book.ts'
import { fetchPictures, findCover, type PictureFinder } from './book-pictures.ts'
import { storyUuid } from '../../ast/story-uuid.ts'
import { contentsOf, landmarksOf } from './contents.ts'
import { drawPages } from './draw-pages.ts'
import { joinPages } from './join-pages.ts'
import { metadataOf } from './metadata.ts'
import { toXhtml } from './to-xhtml.ts'

/** Draw a story as a book: cover, title page, text, corrections, links. */
export async function drawBook(article: Article, context: RenderContext): Promise<Book> {
  const pictures = await fetchPictures(article, context)
  const cover = findCover(context)
  const view = viewBook(article, context, pictures.find)
  const pages = joinPages(drawPages(view, article.canonical, cover))
  return {
    uuid: storyUuid(context.publication.url, article.id),
    metadata: metadataOf(article, context.publication, view),
    contentsTitle: view.words.contents,
    contents: contentsOf(pages),
    landmarks: landmarksOf(pages, view),
    chapters: pages.map((page) => ({ ...page, xhtml: toXhtml(page.content) })),
    pictures: [...(cover ? [cover] : []), ...pictures.all],
    ...(cover ? { coverFile: picturePath(cover) } : {}),
  }
}

function viewBook(article: Article, context: RenderContext, find: PictureFinder): StoryView {
  return viewStory(article, {
    publication: context.publication,
    audience: 'private',
    drawPicture(picture, alt, place) {
      const file = find(picture)
      // A drawing has more pixels than its measure; it is shown at its measure.
      const width = Math.min(file.width, picture.width)
      const height = Math.round((file.height * width) / file.width)
      return h('img', { className: place === 'inline' ? ['inline-picture'] : null, src: picturePath(file), alt, width, height })
    },
    // A film in the book would make it too heavy for most shelves; the page plays it.
    mediaHref: () => article.url,
  })
}
