import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { StandingStory } from './bind-edition.ts'
import { inHouse } from './in-house.ts'
import type { Newsroom } from './read-newsroom.ts'

/** Stories as pages around them may tell of them, and what is to be said of that. */
interface Tellable {
  stories: readonly StandingStory[]
  diagnostics: readonly Diagnostic[]
}

/**
 * Of a story that stands as an earlier run has published it, the lead picture may be gone, broken or another one by now. Whether it could still be cut
 * would depend on the cache, so such a story is told of without its picture; nothing else around the stories is to suffer from it.
 */
export async function leaveOutLostPictures(stories: readonly StandingStory[], { files, ...newsroom }: Pick<Newsroom, 'files' | 'settings'>): Promise<Tellable> {
  const diagnostics: Diagnostic[] = []
  const told = await Promise.all(stories.map(async (story) => {
    const { lead, ...teaser } = story.teaser
    if (!story.isKept || lead === undefined || (await files.hash(lead.picture.src)) === lead.picture.sha256) return story
    reportInto(diagnostics, { story: teaser.slug })('teaser-picture-lost', { file: teaser.source }, { src: lead.picture.src })
    return { ...story, teaser }
  }))
  return { stories: told, diagnostics: inHouse(diagnostics, [], newsroom) }
}
