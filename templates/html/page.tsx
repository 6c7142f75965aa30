/** @jsxImportSource hastscript */
import type { Element, Nodes } from 'hast'
import type { Logo, StoryView } from '../../pipeline/ast/story-view.ts'
import { gate } from '../shared/gate.tsx'
import { masthead } from '../shared/masthead.tsx'
import { storyFooter } from '../shared/story-footer.tsx'
import { headlineId, storyHeader } from '../shared/story-header.tsx'
import { head, type HeadFacts } from './head.tsx'

const contentId = 'storyContent'

/** The whole page of one story. */
export function page(view: StoryView, facts: HeadFacts, logo?: Logo): Element {
  return element(
    <html lang={view.language} dir={view.direction}>
      {head(facts)}
      <body class={view.label ? `page page-${view.label.kind}` : 'page'}>
        <a class="skip-link" href={`#${contentId}`}>{view.words.skipToContent}</a>
        {masthead(view, logo)}
        <main class="content" id={contentId} tabindex="-1">{story(view)}</main>
        {pageFooter(view, facts)}
      </body>
    </html>,
  )
}

/** The story itself, from its headline to its rights. */
function story(view: StoryView) {
  return (
    <article class="story" aria-labelledby={headlineId}>
      {storyHeader(view)}
      {view.lead ? <div class="story-lead">{view.lead}</div> : undefined}
      <div class="story-body">
        {view.body}
        {gate(view)}
      </div>
      {storyFooter(view)}
    </article>
  )
}

/** The newspaper again, and the other forms of the story that a reader can keep. */
function pageFooter({ publication, language, direction, words }: StoryView, { alternates }: HeadFacts) {
  const lang = publication.language === language ? undefined : publication.language
  return (
    <footer class="page-footer" lang={lang} dir={lang ? 'auto' : undefined}>
      <a class="page-footer-name" href={publication.url}>{publication.name}</a>
      {alternates.length > 0 ? (
        <p class="also-as" lang={lang ? language : undefined} dir={lang ? direction : undefined}>
          {words.alsoAs}
          {alternates.flatMap(({ href, mediaType, name }) => [' ', <a href={href} type={mediaType}>{name}</a>])}
        </p>
      ) : undefined}
    </footer>
  )
}

function element(node: Nodes): Element {
  if (node.type !== 'element') throw new Error('Expected one element at the top of the page.')
  return node
}
