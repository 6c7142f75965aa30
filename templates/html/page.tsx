/** @jsxImportSource hastscript */
import type { Element, ElementContent, Nodes } from 'hast'
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { gate } from '../shared/gate.tsx'
import { masthead } from '../shared/masthead.tsx'
import { storyFooter } from '../shared/story-footer.tsx'
import { headlineId, storyHeader } from '../shared/story-header.tsx'
import { head, type HeadFacts } from './head.tsx'

const contentId = 'storyContent'

/** The whole page of one story. `logo` stands for the name of the newspaper where there is one. */
export function page(view: StoryView, facts: HeadFacts, logo?: ElementContent): Element {
  return element(
    <html lang={view.language} dir={view.direction}>
      {head(facts)}
      <body class={view.label ? `page page-${view.label.kind}` : 'page'}>
        <a class="skip-link" href={`#${contentId}`}>{view.words.skipToContent}</a>
        {masthead(view, logo)}
        <main class="content" id={contentId} tabindex="-1">{story(view)}</main>
        {pageFooter(view)}
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

function pageFooter({ publication, language }: StoryView) {
  const lang = publication.language === language ? undefined : publication.language
  return (
    <footer class="page-footer" lang={lang}>
      <a class="page-footer-name" href={`${publication.url}/`}>{publication.name}</a>
    </footer>
  )
}

function element(node: Nodes): Element {
  if (node.type !== 'element') throw new Error('Expected one element at the top of the page.')
  return node
}
