/** @jsxImportSource hastscript */
import type { Logo, StoryView } from '../../pipeline/ast/story-view.ts'
import { masthead } from '../shared/masthead.tsx'
import { notice, type Notice } from '../shared/notice.tsx'

/** What stands at the address of a killed story. */
export interface TombstoneView extends Pick<StoryView, 'language' | 'direction' | 'words' | 'publication'> {
  notice: Notice
}

const contentId = 'notice'

/** The body of both its pages: the newspaper, the notice, and nothing of the story. */
export function body(view: TombstoneView, logo?: Logo) {
  const { publication, words } = view
  return (
    <body class="page tombstone">
      <a class="skip-link" href={`#${contentId}`}>{words.skipToContent}</a>
      {masthead(view, logo)}
      <main class="content" id={contentId} tabindex="-1">{notice(view.notice)}</main>
      <footer class="page-footer"><a class="page-footer-name" href={publication.url}>{publication.name}</a></footer>
    </body>
  )
}
