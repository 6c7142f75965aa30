/** @jsxImportSource hastscript */
import { h } from 'hastscript'
import type { TeaserView } from '../../pipeline/ast/site-view.ts'

/** How a teaser is set: over the page, beside it, as a row of a list, or as a headline alone. */
export type TeaserSize = 'lead' | 'card' | 'row' | 'line'

/** A story as one link: its headline, which reaches over the whole teaser. Labels stand first, so that nobody misses them. */
export function teaser(story: TeaserView, size: TeaserSize, level: 2 | 3) {
  const { label, language, direction, picture, credit, standfirst } = story
  return h('article', { className: ['teaser', `teaser-${size}`, ...(label ? [`teaser-of-${label.kind}`] : []), ...(picture ? [] : ['teaser-bare'])], lang: language, dir: direction }, [
    picture && size !== 'line' ? (
      <div class="teaser-picture">
        {picture}
        {credit && size === 'lead' ? <p class="credit">{credit}</p> : undefined}
      </div>
    ) : undefined,
    <div class="teaser-words">
      {eyebrow(story)}
      {h(`h${level}`, { className: ['teaser-headline'] }, <a href={story.href}>{story.headline}</a>)}
      {standfirst && size !== 'line' ? <p class="teaser-standfirst">{standfirst}</p> : undefined}
      {credits(story, size)}
    </div>,
  ])
}

function eyebrow({ label, section, kicker }: TeaserView) {
  const parts = [
    label ? <strong class={`label label-${label.kind}`}>{label.text}</strong> : undefined,
    section ? <span class="section">{section}</span> : undefined,
    kicker ? <span class="kicker">{kicker}</span> : undefined,
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? <p class="eyebrow">{parts.flatMap((part, index) => (index ? [' ', part] : [part]))}</p> : undefined
}

function credits({ byline, published, marks }: TeaserView, size: TeaserSize) {
  return (
    <p class="teaser-credits">
      {byline && size !== 'line' ? [<span class="teaser-byline">{byline}</span>, ' '] : undefined}
      <time datetime={published.iso}>{published.text}</time>
      {marks.flatMap((mark) => [' ', <span class="teaser-mark">{mark}</span>])}
    </p>
  )
}
