/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { masthead } from '../shared/masthead.tsx'
import { headlineId, storyHeader } from '../shared/story-header.tsx'

/** The title page: the newspaper, the headline, who wrote it and when. */
export function titlePage(view: StoryView) {
  return (
    <section class="title-page" epub:type="titlepage" aria-labelledby={headlineId}>
      {masthead(view)}
      {storyHeader(view)}
    </section>
  )
}
