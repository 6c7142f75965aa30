import type { ElementContent } from 'hast'
import type { AmpHeadFacts } from '../../../templates/amp/head.tsx'
import type { Article } from '../../ast/article.ts'
import type { StoryView } from '../../ast/story-view.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { jsonLdText, storyJsonLd, type SizedImage } from '../../markup/json-ld.ts'
import { describeStory } from '../../markup/page/describe-story.ts'
import type { Cut, PictureFiles } from '../../markup/page/picture-files.ts'

/** What an AMP page is made of besides its view. */
export interface AmpPageParts {
  article: Article
  view: StoryView
  pictures: PictureFiles
  logo: Cut | undefined
  styles: string
}

/** What the head of an AMP page says to browsers and search engines. */
export function headFacts({ article, view, pictures, logo, styles }: AmpPageParts, { publication, links }: RenderContext): AmpHeadFacts {
  const jsonLd = storyJsonLd(article, {
    publication,
    links,
    images: leadImages(article, pictures),
    ...(logo ? { logo: sized(logo) } : {}),
  })
  return {
    title: `${article.headlines.seo} | ${publication.name}`,
    description: describeStory(view),
    // The page that this one is a form of; that page says where the story was first published.
    canonical: links.find(({ rel }) => rel === 'page')?.url ?? article.canonical,
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

function leadImages({ lead }: Article, pictures: PictureFiles): SizedImage[] {
  const cuts = lead ? pictures.of(lead.picture, 'lead').fallback : []
  return cuts.slice(-1).map(sized)
}

function sized({ asset: { url }, width, height }: Cut): SizedImage {
  return { url, width, height }
}
