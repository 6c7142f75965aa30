/** @jsxImportSource hastscript */
import type { Logo, StoryView } from '../../pipeline/ast/story-view.ts'
import { gate } from './gate.tsx'
import { masthead } from './masthead.tsx'
import { storyFooter } from './story-footer.tsx'
import { headlineId, storyHeader } from './story-header.tsx'

const contentId = 'storyContent'

/** Another form of the story that a reader can keep; its address is relative. */
export interface OtherForm {
  href: string
  mediaType: string
  /** As readers call it: `PDF`. */
  name: string
}

/** The body of every page of a story on the web, whatever head it has: what the reader sees is the same everywhere. */
export function pageBody(view: StoryView, alternates: readonly OtherForm[], logo?: Logo) {
  return (
    <body class={view.label ? `page page-${view.label.kind}` : 'page'}>
      <a class="skip-link" href={`#${contentId}`}>{view.words.skipToContent}</a>
      {masthead(view, logo)}
      <main class="content" id={contentId} tabindex="-1">{story(view)}</main>
      {pageFooter(view, alternates)}
    </body>
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

/** The newspaper again, and the other forms of the story that a reader can keep. AMP allows no `type` on a link to a PDF. */
function pageFooter({ publication, language, words }: StoryView, alternates: readonly OtherForm[]) {
  const lang = publication.language === language ? undefined : publication.language
  return (
    <footer class="page-footer">
      <a class="page-footer-name" href={publication.url} lang={lang} dir={lang ? 'auto' : undefined}>{publication.name}</a>
      {alternates.length > 0 ? (
        <p class="also-as">
          {words.alsoAs}
          {alternates.flatMap(({ href, name }) => [' ', <a href={href}>{name}</a>])}
        </p>
      ) : undefined}
    </footer>
  )
}
