/** @jsxImportSource hastscript */
import type { BlockView, TeaserView } from '../../pipeline/ast/site-view.ts'
import type { Words } from '../../pipeline/ast/story-view.ts'
import { teaser } from './teaser.tsx'

/** What the front page shows, in its order. */
export interface FrontView {
  words: Words
  top: readonly TeaserView[]
  blocks: readonly BlockView[]
}

/** How many stories stand beside the first. */
const beside = 3

/** The story of the day, those beside it, a row below, and a block for each section. */
export function front({ words, top: [lead, ...others], blocks }: FrontView) {
  if (!lead) return [<p class="no-stories">{words.noStories}</p>]
  const [side, row] = [others.slice(0, beside), others.slice(beside)]
  return [
    <div class={side.length > 0 ? 'front-top' : 'front-top front-top-alone'}>
      {teaser(lead, 'lead', 2)}
      {side.length > 0 ? <div class="front-side">{side.map((story) => teaser(story, 'card', 2))}</div> : undefined}
    </div>,
    ...(row.length > 0 ? [<div class="front-row">{row.map((story) => teaser(story, 'card', 2))}</div>] : []),
    ...(blocks.length > 0 ? [<div class="front-blocks">{blocks.map(block)}</div>] : []),
  ]
}

function block({ title, href, stories: [first, ...others] }: BlockView, index: number) {
  const titleId = `block-${index + 1}`
  return (
    <section class="block" aria-labelledby={titleId}>
      <h2 class="block-title" id={titleId}>{href ? <a href={href}>{title}</a> : title}</h2>
      {first ? teaser(first, 'card', 3) : undefined}
      {others.map((story) => teaser(story, 'line', 3))}
    </section>
  )
}
