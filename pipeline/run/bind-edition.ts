import { inOrder, type Edition, type EditionStory } from '../ast/edition.ts'
import { hashOf } from '../cache/hash-of.ts'
import { bindFormat, type Bound } from './bind-format.ts'
import { inHouse } from './in-house.ts'
import { killedStories } from './killed-stories.ts'
import { leaveOutLostPictures } from './lost-pictures.ts'
import { openPieces } from './made-for-edition.ts'
import type { Newsroom } from './read-newsroom.ts'
import { partOfEdition } from './part-of-edition.ts'
import { linkTo, type Format, type PressRoom } from './render-story.ts'
import type { ReadingDesk } from './take-in-hand.ts'

/** What the edition is bound from. */
export interface BindingParts {
  newsroom: Newsroom
  desk: ReadingDesk
  room: PressRoom
  /** The stories that will stand after this run, in any order, each with the hash of all that its author had written. */
  stories: readonly StandingStory[]
  /** The formats whose files are to be made; all that are offered promise theirs. */
  formats: readonly Format[]
  /** The moment as of which is published, in milliseconds since 1970. */
  now: number
  jobs: number
}

/** A story that stands. */
export interface StandingStory {
  teaser: EditionStory
  input: string
  /** An earlier run has published it, and this one did not. */
  isKept: boolean
}

/** What one format has made of the edition. */
export interface BoundFormat extends Bound {
  format: string
  /** What it was made from: the stories that it shows. */
  edition: Edition
  shelf: string
}

/** Draw, recall and judge what formats make of the publication as a whole. Never throws but for an abort and a broken disk. */
export async function bindEdition({ newsroom, desk, room, formats, now, jobs, ...parts }: BindingParts): Promise<BoundFormat[]> {
  const { publication } = newsroom
  const { stories, diagnostics: lost } = await leaveOutLostPictures(parts.stories, newsroom)
  const standingStories = inOrder(stories.map(({ teaser }) => teaser), publication.front)
  const edition: Edition = { publication, stories: standingStories, killed: killedStories(newsroom, room, standingStories) }
  const recent = (milliseconds: number) => edition.stories.filter(({ published }) => Date.parse(published) > now - milliseconds)
  const plans = new Map(room.formats.filter(({ renderer }) => room.offered.has(renderer.name)).map(({ renderer, options }) => [renderer.name, renderer.planEdition?.(edition, options, recent) ?? []]))
  const links = [...plans.values()].flat().filter(({ audience }) => audience === 'public').map((file) => linkTo(file, publication))
  const standing = new Map(stories.map(({ teaser, input }) => [teaser.slug, input]))
  const shelf = editionShelf(publication.url)
  return Promise.all(
    formats.map(async (format, index) => {
      const { name } = format.renderer
      const planned = plans.get(name) ?? []
      const part = partOfEdition(edition, planned)
      const pieces = openPieces({ format: name, newsroom, desk, room, standing, jobs })
      const bound = await bindFormat({ format, planned, edition: part, links, pieces, shelf }, room)
      const diagnostics = inHouse(bound.diagnostics, [], newsroom)
      return { ...bound, format: name, edition: part, shelf, diagnostics: index === 0 ? [...lost, ...diagnostics] : diagnostics, isFailed: bound.isFailed || diagnostics.some(({ severity }) => severity === 'error') }
    }),
  )
}

/** The shelf of the cache for what is about a publication as a whole. */
export function editionShelf(publicationUrl: string): string {
  return `edition-${hashOf(publicationUrl).slice(0, 32)}`
}
