/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { corrections } from './corrections.tsx'

const readMoreId = 'storyReadMore'
const topicsId = 'storyTopics'

/** All that stands below the text, or nothing: contributors, corrections, follow link, read-more list, topics, rights. */
export function storyFooter(view: StoryView) {
  const parts = [contributors(view), corrections(view), follow(view), readMore(view), topics(view), rights(view)]
  return parts.some((part) => part !== undefined) ? <footer class="story-footer">{parts}</footer> : undefined
}

/** Who else worked on the story, as one line in italics. */
export function contributors({ contributors }: StoryView) {
  return contributors.length > 0 ? <p class="contributors">{contributors}</p> : undefined
}

/** The follow link. */
export function follow({ follow }: StoryView) {
  return follow ? <p class="follow"><a class="follow-link" href={follow.url}>{follow.text}</a></p> : undefined
}

/** The read-more list: headlines of other stories. */
export function readMore({ related, words }: StoryView) {
  if (related.length === 0) return undefined
  return (
    <nav class="read-more" aria-labelledby={readMoreId}>
      <h2 class="read-more-title" id={readMoreId}>{words.readMore}</h2>
      <ul class="read-more-list">
        {related.map(({ title, url }) => <li><a href={url}>{title}</a></li>)}
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
export function rights({ rights, words }: StoryView) {
  if (!rights?.holder && !rights?.notice) return undefined
  return (
    <p class="rights">
      {rights.holder ? <span class="rights-holder">{words.rights} {rights.holder}</span> : undefined}
      {rights.holder && rights.notice ? ' ' : undefined}
      {rights.notice ? <span class="rights-notice">{rights.notice}</span> : undefined}
    </p>
  )
}
