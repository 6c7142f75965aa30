/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { correctionsId } from '../shared/corrections.tsx'

const titleId = 'corrections-title'

/** What was wrong in earlier versions. */
export function correctionsPage({ corrections, words }: StoryView) {
  return (
    <section class="corrections" id={correctionsId} epub:type="errata" role="doc-errata" aria-labelledby={titleId}>
      <h1 id={titleId}>{words.corrections}</h1>
      {corrections.map(({ label, date, text }) => (
        <p class="correction">
          <strong>{label}</strong> <time datetime={date.iso}>{date.text}</time>{' '}{text}
        </p>
      ))}
    </section>
  )
}
