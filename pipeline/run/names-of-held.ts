import type { ManifestStory } from './manifest.ts'
import type { Newsroom } from './read-newsroom.ts'

/**
 * Whether the standing pages of a story show the headline of one that is not public any more: then they may not stand, whatever a run selects
 * and whatever else is wrong with the story.
 */
export function namesHeld({ names = [] }: Pick<ManifestStory, 'names'>, { index }: Pick<Newsroom, 'index'>): boolean {
  return names.some((slug) => index.get(slug)?.isPublic === false)
}
