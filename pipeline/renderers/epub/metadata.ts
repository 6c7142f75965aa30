import { toString } from 'hast-util-to-string'
import type { Article } from '../../ast/article.ts'
import { lastChanged } from '../../ast/edition.ts'
import type { Publication } from '../../ast/publication.ts'
import type { StoryView } from '../../ast/story-view.ts'
import { picturesOf } from '../../markup/pictures-of.ts'

/** What the package document says of the book, plain text throughout. */
export interface Metadata {
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  /** The people of the byline one by one, or the newspaper where nobody signed. */
  creators: readonly string[]
  publisher: string
  description?: string
  subjects: readonly string[]
  /** As the author wrote it, with its zone. */
  published: string
  /** UTC to the second, as EPUB 3.3 (5.5.3.1.1) wants it. */
  modified: string
  /** Address of the page that the book is made from. */
  source: string
  rights?: string
  accessibility: Accessibility
}

/** EPUB Accessibility 1.1, 2.2, in the words of https://www.w3.org/community/reports/a11y-discov-vocab/ */
export interface Accessibility {
  modes: readonly string[]
  sufficient: readonly string[]
  features: readonly string[]
  /** English. */
  summary: string
}

/** Gather the facts of a story's book. */
export function metadataOf(article: Article, publication: Publication, view: StoryView): Metadata {
  const description = toString({ type: 'root', children: view.standfirst }).trim()
  const rights = [article.rights?.holder, article.rights?.notice].filter((part) => part !== undefined).join('. ')
  return {
    title: article.headline,
    language: article.language,
    direction: article.direction,
    creators: article.byline.length > 0 ? article.byline.map(({ name }) => name) : [publication.name],
    publisher: publication.name,
    ...(description === '' ? {} : { description }),
    subjects: [...(article.section ? [article.section.name] : []), ...article.tags],
    published: article.published,
    modified: lastChange(article),
    source: article.canonical,
    ...(rights === '' ? {} : { rights }),
    accessibility: accessibilityOf(article, publication),
  }
}

/** The story's own last change; never the time at which the book is made. */
function lastChange(article: Article): string {
  return new Date(lastChanged(article)).toISOString().replace(/\.\d+Z$/, 'Z')
}

function accessibilityOf(article: Article, publication: Publication): Accessibility {
  const pictures = picturesOf(article)
  const isDescribed = pictures.every(({ alt, place }) => alt !== '' || place === 'poster')
  const shape = ['tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability', 'ARIA']
  const pictureWords = isDescribed ? 'Every picture is described in words.' : 'Some pictures are not described in words.'
  return {
    modes: pictures.length > 0 ? ['textual', 'visual'] : ['textual'],
    sufficient: isDescribed ? ['textual'] : ['textual,visual'],
    features: pictures.length > 0 && isDescribed ? [...shape, 'alternativeText'] : shape,
    summary: [
      `A story from ${publication.name} with headings, a table of contents and a set reading order; text can be resized and restyled.`,
      ...(pictures.length > 0 ? [pictureWords] : []),
      'There is no sound, motion or flashing.',
    ].join(' '),
  }
}
