import type { ElementContent } from 'hast'
import type { AmpHeadFacts } from '../../../templates/amp/head.tsx'
import type { Article } from '../../ast/article.ts'
import type { StoryView } from '../../ast/story-view.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { jsonLdText, storyJsonLd, type SizedImage } from '../../markup/json-ld.ts'
import { describeStory } from '../../markup/page/describe-story.ts'
import { otherForms } from '../../markup/page/other-forms.ts'
import type { Cut } from '../../markup/page/picture-files.ts'
import { sizedImage } from '../../markup/page/sized-images.ts'

/** What an AMP page is made of besides its view. */
export interface AmpPageParts {
  path: string
  article: Article
  view: StoryView
  /** The lead picture, in several shapes. */
  images: readonly SizedImage[]
  logo: Cut | undefined
  styles: string
}

/** What the head of an AMP page says to browsers and search engines. */
export function headFacts({ path, article, view, images, logo, styles }: AmpPageParts, { publication, links }: RenderContext): AmpHeadFacts {
  const jsonLd = storyJsonLd(article, {
    publication,
    links,
    images,
    ...(logo ? { logo: sizedImage(logo) } : {}),
  })
  return {
    title: `${article.headlines.seo} | ${publication.name}`,
    description: describeStory(view),
    // The page that this one is a form of; that page says where the story was first published.
    canonical: links.find(({ rel }) => rel === 'page')?.url ?? article.canonical,
    alternates: otherForms(links, path),
    authors: article.byline.map(({ name }) => name),
    elements: [...new Set(elementsOf(view.body))].sort(),
    styles,
    jsonLd: jsonLdText(jsonLd),
  }
}

/** Names of the elements of AMP's own among these. */
function elementsOf(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    return [...(node.tagName.startsWith('amp-') ? [node.tagName] : []), ...elementsOf(node.children)]
  })
}
