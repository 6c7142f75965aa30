import type { Progress } from '../contract/outcome.ts'

/** Keep the slugs of the stories that a run tells of, in alphabetical order, while somebody else watches its progress. */
export function noteStories(progress: Progress): { progress: Progress; stories(): string[] } {
  const slugs = new Set<string>()
  return {
    progress: { ...progress, story: (slug, fate, files) => (slugs.add(slug), progress.story(slug, fate, files)) },
    stories: () => [...slugs].sort(),
  }
}
