import type { Place } from '../contract/diagnostic.ts'
import { nearestName } from '../contract/nearest.ts'
import type { ResolveState } from './resolve-state.ts'
import type { StoryEntry } from './story-index.ts'

/** Look up another story by its slug: the story, `not-public` where its link is to be left out, or nothing where there is none. */
export function lookUpStory(ref: string, place: Place, { stories, report }: ResolveState): StoryEntry | 'not-public' | undefined {
  const story = stories.get(ref.normalize('NFC'))
  if (story?.isPublic) return story
  if (story) {
    report('ref-not-public', place, {})
    return 'not-public'
  }
  // Only what readers may know is offered: a slug can give a story away.
  const known = [...stories.values()].filter(({ isPublic }) => isPublic).map(({ slug }) => slug)
  return void report('unknown-ref', place, { ref, nearest: nearestName(ref, known) })
}
