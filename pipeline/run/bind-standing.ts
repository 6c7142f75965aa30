import { isAnyGone, isStopped, standAfter, type StoriesAfter } from './compose-edition.ts'
import type { StandingStory } from './bind-edition.ts'
import type { Drawn, Press } from './press.ts'
import type { EditionParts } from './write-edition.ts'

/**
 * Make what is about the publication as a whole of the stories that will stand after this run, whether they were drawn in it or not. A
 * format that this run does not want is made all the same where a story is gone, because nothing may show it any more, and one that is always
 * made whatever stood: who is killed may have been held until now.
 */
export async function bindStanding(press: Press, parts: EditionParts): Promise<Drawn> {
  const { work, drawn } = parts
  const standing = standAfter(parts)
  const [isGone, isOfStanding] = [isAnyGone(parts, standing), isStopped(parts)]
  // Nothing new and nothing gone: what stands tells of what stands.
  if (isOfStanding && !isGone) return { ...drawn, isOfStanding }
  const formats = work.formats.filter(({ renderer: { name, renderEdition, always } }) => renderEdition && work.offered.has(name) && (work.wanted.has(name) || always || isGone))
  const bound = await press.bind(drawn, storiesOf(standing), formats)
  return { ...bound, isOfStanding }
}

/** A story that was published before front pages were made is told of when it is next drawn. */
function storiesOf({ fresh, kept }: StoriesAfter): StandingStory[] {
  return [
    ...fresh.flatMap(({ facts }) => (facts ? [{ teaser: facts.teaser, input: facts.input, isKept: false }] : [])),
    ...kept.flatMap(({ source, slug, id, path, input, teaser }) => (teaser ? [{ teaser: { ...teaser, source, slug, id, path }, input, isKept: true }] : [])),
  ]
}
