/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { contributors } from '../shared/story-footer.tsx'
import { eyebrow, headlineId } from '../shared/story-header.tsx'

/**
 * The story itself. Reading systems open a book here and pass over its title page: what sets the story apart from plain
 * news therefore stands here once more.
 */
export function textPage(view: StoryView) {
  return (
    <section class="story" epub:type="chapter" role="doc-chapter" aria-labelledby={headlineId}>
      {view.label ? eyebrow(view) : undefined}
      <h1 class="headline" id={headlineId}>{view.headline}</h1>
      {view.lead}
      {view.body}
      {contributors(view)}
    </section>
  )
}
