import type { ElementContent, Nodes } from 'hast'
import type { StoryView } from '../../ast/story-view.ts'
import { correctionsPage } from '../../../templates/epub/corrections-page.tsx'
import { coverPage } from '../../../templates/epub/cover-page.tsx'
import { linksPage } from '../../../templates/epub/links-page.tsx'
import { textPage } from '../../../templates/epub/text-page.tsx'
import { titlePage } from '../../../templates/epub/title-page.tsx'
import { picturePath, type BookPicture, type Chapter } from './book.ts'

/** A chapter before it is written out as XML. */
export interface Page extends Omit<Chapter, 'xhtml'> {
  content: ElementContent[]
}

/** The pages of the book in reading order; corrections only where there are any. */
export function drawPages(view: StoryView, address: string, cover: BookPicture | undefined): Page[] {
  const { headline, words, corrections, publication } = view
  const page = (name: string, title: string, matter: Page['matter'], drawn: Nodes): Page => ({ name, title, matter, content: contentOf(drawn) })
  const coverTitle = `${words.cover}: ${headline}`
  return [
    ...(cover ? [page('cover', coverTitle, 'frontmatter', coverPage(picturePath(cover), coverTitle))] : []),
    page('title', `${headline} – ${publication.name}`, 'frontmatter', titlePage(view)),
    page('text', headline, 'bodymatter', textPage(view)),
    ...(corrections.length > 0 ? [page('corrections', words.corrections, 'backmatter', correctionsPage(view))] : []),
    page('links', words.links, 'backmatter', linksPage(view, address)),
  ]
}

function contentOf(drawn: Nodes): ElementContent[] {
  return drawn.type === 'element' ? [drawn] : []
}
