/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'

/** Id of the box, in a spelling that no id of a body can have: those made from words are lower case. */
export const correctionsId = 'storyCorrections'
const titleId = 'storyCorrectionsTitle'

/** What was wrong, boxed at the foot of the story. */
export function corrections(view: StoryView) {
  if (view.corrections.length === 0) return undefined
  return (
    <section class="corrections" id={correctionsId} aria-labelledby={titleId}>
      <h2 class="corrections-title" id={titleId}>{view.words.corrections}</h2>
      {view.corrections.map(({ label, date, text }) => (
        <p class="correction">
          <strong class="correction-label">{label}</strong> <time datetime={date.iso}>{date.text}</time>{' '}
          <span class="correction-text">{text}</span>
        </p>
      ))}
    </section>
  )
}
