import pLimit from 'p-limit'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Artifact } from '../contract/renderer.ts'
import { inHouse } from './in-house.ts'
import { readAll } from './made-files.ts'
import { hashOfValue } from './observed.ts'
import { renderStory, type PressRoom, type ReadableFile, type RenderedStory, type StoryFile } from './render-story.ts'
import { takeInHand, type ReadingDesk, type StoryInHand } from './take-in-hand.ts'
import type { Newsroom } from './read-newsroom.ts'

/** What a format has made of one story for its own edition. */
export interface Piece {
  assets: readonly ReadableFile[]
  artifacts(): Promise<readonly Artifact[]>
}

/** What a format makes of stories for its own edition: drawn or recalled once in a run, when somebody asks. */
export interface PiecesMade {
  /** Nothing where the story that stands is not the one that can be read now, or where it could not be made. */
  of(slug: string): Promise<Piece | undefined>
  /** Of what it holds. */
  hash(slug: string): Promise<string>
  /** What was said of the stories that were asked for. */
  diagnostics(): readonly Diagnostic[]
}

interface Parts {
  /** Name of the format. */
  format: string
  newsroom: Newsroom
  desk: ReadingDesk
  room: PressRoom
  /** `input` of the stories that stand, by slug. */
  standing: ReadonlyMap<string, string>
  jobs: number
}

interface Made {
  piece?: Piece
  hash: string
  diagnostics: readonly Diagnostic[]
}

export function openPieces({ format, newsroom, desk, room, standing, jobs }: Parts): PiecesMade {
  const stories = new Map(newsroom.stories.map((story) => [story.slug, story]))
  const limit = pLimit(jobs)
  const making = new Map<string, Promise<Made>>()
  const said: Diagnostic[] = []

  const make = async (slug: string): Promise<Made> => {
    const story = stories.get(slug)
    const reading = story?.verdict.isPublic ? await takeInHand(story, desk) : undefined
    if (reading?.hand === undefined || reading.hand.input !== standing.get(slug)) return nothing
    const { hand } = reading
    const { own, assets, diagnostics } = await render(hand, room)
    const judged = inHouse(diagnostics, reading.allowances, newsroom)
    if (judged.some(({ severity }) => severity === 'error')) return { ...nothing, diagnostics: judged }
    return { piece: { assets, artifacts: () => readAll(own).catch(() => drawAnew(hand)) }, hash: hashOfValue(own.map(({ path, sha256 }) => [path, sha256])), diagnostics: judged }
  }
  const render = async (hand: StoryInHand, at: PressRoom): Promise<Omit<RenderedStory, 'files'> & { own: readonly StoryFile[] }> => {
    const { files, ...rendered } = await renderStory(hand, { ...at, wanted: new Set([format]), forEdition: format })
    return { ...rendered, own: files.filter((file) => file.format === format) }
  }
  // What was recalled is not read before it is asked for, and only then is it known to be damaged. Drawn again it is the same.
  const drawAnew = async (hand: StoryInHand): Promise<readonly Artifact[]> => {
    const { storeroom: _, ...withoutMemory } = room
    const { own } = await render(hand, withoutMemory)
    await Promise.all(own.map((file) => room.placing.keep(file)))
    return readAll(own)
  }
  const once = (slug: string): Promise<Made> => {
    const running = making.get(slug) ?? limit(async () => {
      room.signal.throwIfAborted()
      const made = await make(slug)
      said.push(...made.diagnostics)
      return made
    })
    making.set(slug, running)
    return running
  }

  return {
    of: async (slug) => (await once(slug)).piece,
    hash: async (slug) => (await once(slug)).hash,
    diagnostics: () => said,
  }
}

const nothing: Made = { hash: 'nothing', diagnostics: [] }
