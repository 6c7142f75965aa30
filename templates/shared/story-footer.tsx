/** @jsxImportSource hastscript */
import type { StoryView, ViewLink } from '../../pipeline/ast/story-view.ts'
import { corrections } from './corrections.tsx'

const readMoreId = 'storyReadMore'
const topicsId = 'storyTopics'

/** All that stands below the text, or nothing: contributors, corrections, follow link, read-more list, topics, rights. */
export function storyFooter(view: StoryView) {
  const parts = [contributors(view), corrections(view), follow(view), readMore(view), topics(view), rights(view)]
  return parts.some((part) => part !== undefined) ? <footer class="story-footer">{parts}</footer> : undefined
}

/** Who else worked on the story, as one line in italics. */
export function contributors(view: StoryView) {
  return view.contributors.length > 0 ? <p class="contributors">{view.contributors}</p> : undefined
}

/** The follow link. */
export function follow({ follow: link }: StoryView) {
  return link ? <p class="follow">{linked(link, link.text, 'follow-link')}</p> : undefined
}

/** The read-more list: headlines of other stories. */
export function readMore({ related, words }: StoryView) {
  if (related.length === 0) return undefined
  return (
    <nav class="read-more" aria-labelledby={readMoreId}>
      <h2 class="read-more-title" id={readMoreId}>{words.readMore}</h2>
      <ul class="read-more-list">
        {related.map((story) => <li>{linked(story, story.title, 'read-more-link')}</li>)}
      </ul>
    </nav>
  )
}

/** What the story is about: its tags. */
export function topics({ tags, words }: StoryView) {
  if (tags.length === 0) return undefined
  return (
    <section class="topics" aria-labelledby={topicsId}>
      <h2 class="topics-title" id={topicsId}>{words.topics}</h2>
      <ul class="topics-list">{tags.map((tag) => <li>{tag}</li>)}</ul>
    </section>
  )
}

/** Whose story it is, and what may be done with it. */
export function rights(view: StoryView) {
  const { holder, notice } = view.rights ?? {}
  if (!holder && !notice) return undefined
  return (
    <p class="rights">
      {holder ? <span class="rights-holder">{view.words.rights} {holder}</span> : undefined}
      {holder && notice ? ' ' : undefined}
      {notice ? <span class="rights-notice">{notice}</span> : undefined}
    </p>
  )
}

/** Words with their link, or alone where there is no address that is safe to follow. */
function linked({ url, rel }: ViewLink, words: string, className: string) {
  return url ? <a class={className} href={url} rel={rel}>{words}</a> : <span class={className}>{words}</span>
}
