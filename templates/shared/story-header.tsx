/** @jsxImportSource hastscript */
import type { Moment, StoryView } from '../../pipeline/ast/story-view.ts'
import { byline } from './byline.tsx'
import { correctionsId } from './corrections.tsx'

/** Id of the headline, in a spelling that no id of a body can have: those made from words are lower case. */
export const headlineId = 'storyHeadline'

/** Characters from which a headline is set a step smaller, so that it stays a headline. */
const longHeadline = 90

/** All that stands above the text: section, kicker and label; headline; standfirst; byline; dates; notice of a correction. */
export function storyHeader(view: StoryView) {
  return (
    <header class="story-header">
      {eyebrow(view)}
      <h1 class={view.headline.length > longHeadline ? 'headline headline-long' : 'headline'} id={headlineId}>{view.headline}</h1>
      {view.standfirst.length > 0 ? <p class="standfirst">{view.standfirst}</p> : undefined}
      <div class="story-credits">
        {byline(view)}
        {dates(view)}
      </div>
      {correctedNotice(view)}
    </header>
  )
}

/**
 * Where the story belongs and what kind it is; a label such as "Opinion" or "Sponsored" comes first, so that nobody misses
 * it. A section or kicker of the same word is not said again.
 */
export function eyebrow({ label, ...view }: StoryView) {
  const section = view.section?.name === label?.text ? undefined : view.section
  const kicker = view.kicker === label?.text || view.kicker === view.section?.name ? undefined : view.kicker
  if (!label && !section && !kicker) return undefined
  const parts = [
    label ? <strong class={`label label-${label.kind}`}>{label.text}</strong> : undefined,
    section ? sectionName(section) : undefined,
    kicker ? <span class="kicker">{kicker}</span> : undefined,
  ].filter((part) => part !== undefined)
  return <p class="eyebrow">{parts.flatMap((part, index) => (index ? [' ', part] : [part]))}</p>
}

function sectionName({ name, url }: NonNullable<StoryView['section']>) {
  return url ? <a class="section" href={url}>{name}</a> : <span class="section">{name}</span>
}

/** When the story was published and last changed. */
export function dates({ words, published, updated }: StoryView) {
  return (
    <p class="dates">
      {dated(words.published, published)}
      {updated ? [' ', dated(words.updated, updated)] : undefined}
    </p>
  )
}

/** Tells at the top that the story was corrected, and leads to the box at its foot. */
export function correctedNotice({ words, corrections }: StoryView) {
  if (corrections.length === 0) return undefined
  return <p class="corrected"><a href={`#${correctionsId}`}>{words.correctedNotice}</a></p>
}

function dated(word: string, { iso, text }: Moment) {
  return <span class="date">{word} <time datetime={iso}>{text}</time></span>
}
