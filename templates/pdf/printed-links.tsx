/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { address } from './address.tsx'

/** The follow link, its address under it. */
export function follow(view: StoryView) {
  if (!view.follow) return undefined
  const { text, url } = view.follow
  return <p class="follow"><span class="follow-text">{text}</span>{' '}{url ? address(url) : undefined}</p>
}

/** The read-more list: headlines of other stories, each with its address. */
export function readMore({ related, words }: StoryView) {
  if (related.length === 0) return undefined
  return (
    <section class="read-more">
      <h2>{words.readMore}</h2>
      <ul>
        {related.map(({ title, url }) => (
          <li>
            <span class="read-more-headline">{title}</span>{' '}{url ? address(url) : undefined}
          </li>
        ))}
      </ul>
    </section>
  )
}
