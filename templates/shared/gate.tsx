/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'

/**
 * Where the free part of a story ends: what the reader is told. `paid` is the class that the story's JSON-LD names
 * as the part that is not free (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content).
 */
export function gate({ gate: notice }: StoryView) {
  return notice ? <aside class="gated paid"><p class="gated-text">{notice.text}</p></aside> : undefined
}
