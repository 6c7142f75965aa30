/** @jsxImportSource hastscript */
import type { Element, Nodes } from 'hast'
import type { Logo, StoryView } from '../../pipeline/ast/story-view.ts'
import { gate } from '../shared/gate.tsx'
import { masthead } from '../shared/masthead.tsx'
import { storyFooter } from '../shared/story-footer.tsx'
import { headlineId, storyHeader } from '../shared/story-header.tsx'
import { head, type AmpHeadFacts } from './head.tsx'

const contentId = 'storyContent'

/** The AMP page of one story: the same parts as the HTML page, under AMP's own head. */
export function page(view: StoryView, facts: AmpHeadFacts, logo?: Logo): Element {
  return element(
    <html amp lang={view.language} dir={view.direction}>
      {head(facts)}
      <body class={view.label ? `page page-${view.label.kind}` : 'page'}>
        <a class="skip-link" href={`#${contentId}`}>{view.words.skipToContent}</a>
        {masthead(view, logo)}
        <main class="content" id={contentId} tabindex="-1">
          <article class="story" aria-labelledby={headlineId}>
            {storyHeader(view)}
            {view.lead ? <div class="story-lead">{view.lead}</div> : undefined}
            <div class="story-body">
              {view.body}
              {gate(view)}
            </div>
            {storyFooter(view)}
          </article>
        </main>
        {pageFooter(view)}
      </body>
    </html>,
  )
}

function pageFooter({ publication, language }: StoryView) {
  const lang = publication.language === language ? undefined : publication.language
  return (
    <footer class="page-footer" lang={lang}>
      <a class="page-footer-name" href={publication.url}>{publication.name}</a>
    </footer>
  )
}

function element(node: Nodes): Element {
  if (node.type !== 'element') throw new Error('Expected one element at the top of the page.')
  return node
}
