/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { follow, readMore, rights, topics } from '../shared/story-footer.tsx'

const titleId = 'links-title'

/** Where to read on: related stories, what to follow, topics, the story's own address and its rights. */
export function linksPage(view: StoryView, address: string) {
  return (
    <section class="links" aria-labelledby={titleId}>
      <h1 id={titleId}>{view.words.links}</h1>
      {readMore(view)}
      {follow(view)}
      {topics(view)}
      <p class="address"><a href={address}>{address}</a></p>
      {rights(view)}
    </section>
  )
}
