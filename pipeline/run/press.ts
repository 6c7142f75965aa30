import pLimit from 'p-limit'
import type { Article, ParsedArticle } from '../ast/article.ts'
import type { Edition } from '../ast/edition.ts'
import type { Picture } from '../ast/small-types.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { PlannedEditionFile } from '../contract/edition.ts'
import type { Progress, StoryFate } from '../contract/outcome.ts'
import type { PlannedFile, PromisedFile } from '../contract/renderer.ts'
import type { SourceFile } from '../contract/source.ts'
import { cutPicture } from '../pictures/cut-picture.ts'
import { bindEdition, type BoundFormat, type StandingStory } from './bind-edition.ts'
import { earlierStories, findGone, type Gone } from './gone-corrections.ts'
import { inHouse, stopsStory } from './in-house.ts'
import { openJudges } from './judges.ts'
import type { KeptVerdicts } from './kept-verdicts.ts'
import { openPictureDesk } from './picture-desk.ts'
import { openPlacing, type Placing } from './place-files.ts'
import type { Out } from './open-out.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Newsroom, Story } from './read-newsroom.ts'
import { readTemplate } from './render-context.ts'
import { renderStory, type Format, type PressRoom, type ReadableFile, type StoryFile } from './render-story.ts'
import type { Work } from './select-work.ts'
import type { Standing } from './standing.ts'
import type { Storeroom } from './storeroom.ts'
import { sameChecks, withEachTextOnce } from './same-text.ts'
import { shelfOf, takeInHand, type ReadingDesk, type StoryInHand } from './take-in-hand.ts'
import { SourceChanged, unchangedSource } from './unchanged-source.ts'
import { unlessStopped } from '../tools/unless-stopped.ts'

/** One story after the press: its files are in the workspace or stand in `dist/`, nothing of them in memory. */
export interface DrawnStory {
  story: Story
  fate: StoryFate
  /** With `fate` published: what it is, without its words. */
  facts?: Pick<StoryInHand, 'slug' | 'id' | 'path' | 'level' | 'input' | 'names' | 'teaser'>
  /** Corrections that readers have seen and would not find any more. */
  goneCorrections: Gone['corrections']
  files: readonly DrawnFile[]
  failedFormats: readonly string[]
  diagnostics: readonly Diagnostic[]
  allowances: ParsedArticle['allowances']
  /** Formats that were drawn in this run, each with why; all others were recalled. */
  drawn: ReadonlyMap<string, string>
  /** The shelf of the cache on which it is kept. */
  shelf: string
  /** Read the story once more. */
  article(): Promise<Article>
}

/** A finished file. */
export interface DrawnFile<Planned extends PromisedFile = PlannedFile> extends Pick<StoryFile<Planned>, 'planned' | 'format' | 'uses' | 'record' | 'sha256' | 'size'> {
  /** It is in `dist/` already. */
  stands: boolean
}

/** What one format has made of the publication as a whole: its files are in the workspace or stand in `dist/`. */
export interface DrawnEdition extends Pick<BoundFormat, 'format' | 'isFailed' | 'diagnostics' | 'reason' | 'shelf'> {
  files: readonly DrawnFile<PlannedEditionFile>[]
  /** The stories that it shows. */
  edition: Edition
}

/** All stories of a run after the press. */
export interface Drawn {
  stories: readonly DrawnStory[]
  /** What is about the publication as a whole, made once the stories are done. */
  editions: readonly DrawnEdition[]
  /** The editions were made when it was known that no new story will be published. */
  isOfStanding?: boolean
  /** Shared files, by path. */
  assets: ReadonlyMap<string, DrawnAsset>
  /** Milliseconds by format. */
  times: ReadonlyMap<string, { render: number; validate: number }>
  /** Milliseconds that the checks of level `full` took, by name. */
  checkTimes?: ReadonlyMap<string, number>
}

/** A shared file of this run; one that stands lies in its place already, all others are in the workspace. */
export interface DrawnAsset {
  sha256: string
  size: number
  stands: boolean
}

interface PressOptions extends Pick<PublishOptions, 'jobs' | 'signal' | 'explain' | 'now'> {
  kept: KeptVerdicts
  standing: Standing
  storeroom?: Storeroom
}

/** Where stories and what is about them are drawn. */
export type Press = Awaited<ReturnType<typeof openPress>>

/** Read, render and validate the stories of a run, `jobs` at a time. Close it when the run ends, however it ends. */
export async function openPress(newsroom: Newsroom, work: Work, out: Out, { jobs, signal, now, kept, standing, storeroom, explain }: PressOptions) {
  const assets = new Map<string, DrawnAsset>()
  const times = new Map<string, { render: number; validate: number }>()
  const failed = new AbortController()
  const stopped = AbortSignal.any([signal, failed.signal])
  const judges = openJudges(jobs, stopped)
  const placing = openPlacing(out, standing, storeroom)
  const store = storeroom ? { storeroom } : {}
  const earlier = earlierStories(out.previous, newsroom)
  const desk: ReadingDesk = { newsroom, formats: work.formats, ...store }
  const room: PressRoom = {
    ...work,
    ...store,
    publication: newsroom.publication,
    source: newsroom.source,
    files: newsroom.files,
    pictures: openPictureDesk({ workspace: out.workspace, original: original(newsroom), cut: cutPicture, ...(storeroom ? { cache: storeroom.cache, code: storeroom.code.pictures } : {}) }),
    placing,
    template: rememberTemplates(),
    signal: stopped,
    court: { judges, kept },
    onTime: (format, step, milliseconds) => {
      const time = times.get(format) ?? { render: 0, validate: 0 }
      times.set(format, { ...time, [step]: time[step] + milliseconds })
    },
    isExplained: (slug) => explain === slug,
  }

  const share = async (files: readonly ReadableFile[]): Promise<void> => {
    for (const file of files) assets.set(file.path, { sha256: file.sha256, size: file.size, ...(await placing.place(file)) })
  }

  const draw = async (story: Story): Promise<DrawnStory> => {
    const { hand, allowances, diagnostics: told } = await complete(story, newsroom, desk)
    const gone = hand ? findGone(hand, earlier(hand.teaser), allowances, newsroom) : undefined
    const diagnostics = [...told, ...(gone?.diagnostics ?? [])]
    const shelf = shelfOf(story.file, newsroom.publication.url)
    const article = (): Promise<Article> => articleOf(story, desk)
    const lost: DrawnStory = { story, fate: 'failed', files: [], failedFormats: [], goneCorrections: gone?.corrections ?? [], diagnostics, allowances, drawn: new Map(), shelf, article }
    if (hand === undefined || stopsStory(diagnostics)) return lost
    const { files, assets: shared, failed: failedFormats, diagnostics: found, drawn } = await renderStory(hand, room)
    const all = [...diagnostics, ...inHouse(found, allowances, newsroom)]
    if (stopsStory(all)) return { ...lost, diagnostics: all, drawn }
    await share(shared)
    const placed = await Promise.all(files.filter(({ format }) => work.wanted.has(format)).map((file) => putInPlace(file, placing)))
    return { ...lost, fate: 'published', facts: factsOf(hand, story), files: placed, failedFormats, diagnostics: all, drawn }
  }

  return {
    async run(progress: Progress): Promise<Drawn> {
      const limit = pLimit({ concurrency: jobs, rejectOnClear: true })
      progress.start(work.stories.length)
      const drawing = work.stories.map((story) =>
        limit(async () => {
          room.signal.throwIfAborted()
          const drawn = await draw(story)
          progress.story(story.slug, drawn.fate, drawn.files.filter(({ planned }) => planned.audience !== 'input').length)
          return drawn
        }),
      )
      try {
        return { stories: await unlessStopped(Promise.all(drawing), signal), editions: [], assets, times }
      } catch (error) {
        limit.clearQueue()
        failed.abort(error)
        // A story that is still being drawn would start the browser again behind the back of close(), and the run never ended.
        if (!signal.aborted) await Promise.allSettled(drawing)
        throw error
      } finally {
        progress.stop()
      }
    },
    /** Bind what these formats make of the stories that stand. */
    async bind(drawn: Drawn, stories: readonly StandingStory[], formats: readonly Format[]): Promise<Drawn> {
      const bound = await bindEdition({ newsroom, desk, room, stories, formats, now, jobs })
      const editions = await Promise.all(bound.map(async ({ assets: shared, files, ...facts }) => {
        if (facts.isFailed) return { ...facts, files: [] }
        await share(shared)
        return { ...facts, files: await Promise.all(files.map((file) => putInPlace(file, placing))) }
      }))
      return { ...drawn, editions }
    },
    async close(): Promise<void> {
      await judges.close()
      for (const { renderer } of work.formats) await renderer.close?.()
    },
  }
}

/**
 * Complete a story; without one in hand something is wrong that its diagnostics tell, as an error even where the newsroom has
 * lowered its rule: what cannot be completed cannot be published.
 */
async function complete(story: Story, newsroom: Newsroom, desk: ReadingDesk): Promise<{ hand?: StoryInHand; allowances: ParsedArticle['allowances']; diagnostics: readonly Diagnostic[] }> {
  const reading = await takeInHand(story, desk)
  const { hand, allowances } = reading
  const all = [...story.diagnostics, ...reading.diagnostics.map((diagnostic) => ({ ...diagnostic, story: story.slug }))]
  const diagnostics = inHouse(all, allowances, newsroom)
  if (hand === undefined) return { allowances, diagnostics: stopsStory(diagnostics) ? diagnostics : withErrorsOf(all, diagnostics) }
  return stopsStory(diagnostics) ? { allowances, diagnostics } : { hand, allowances, diagnostics }
}

/** What the newsroom makes of diagnostics, but for the errors, which stay what they were found to be. */
export function withErrorsOf(found: readonly Diagnostic[], judged: readonly Diagnostic[]): Diagnostic[] {
  const errors = found.filter(({ severity }) => severity === 'error')
  return [...errors, ...judged.filter(({ rule }) => !errors.some((error) => error.rule === rule))]
}

/** The story itself, for whoever has to look at it after it was drawn. */
async function articleOf(story: Story, desk: ReadingDesk): Promise<Article> {
  const { hand } = await takeInHand(story, desk)
  if (hand === undefined) throw new SourceChanged(story.file)
  return hand.article()
}

/** What stays of a story in hand: of ten thousand, each text that is there twice is a megabyte. */
function factsOf({ slug, id, path, level, input, names, teaser }: StoryInHand, story: Story): NonNullable<DrawnStory['facts']> {
  return withEachTextOnce({ slug, id, path, level, input, names, teaser }, [story.slug, story.id, story.file])
}

async function putInPlace<Planned extends PromisedFile>(file: StoryFile<Planned>, placing: Placing): Promise<DrawnFile<Planned>> {
  const { planned, format, uses, record, sha256, size } = file
  return { planned, format, uses, record: { ...record, checks: sameChecks(record.checks) }, sha256, size, ...(planned.audience === 'input' ? { stands: false } : await placing.place(file)) }
}

/** The hash of each file below `templates/`, read once in a run. */
function rememberTemplates(): (path: string) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return (path) => {
    const hash = known.get(path) ?? readTemplate(path).then(hashOf, () => 'missing')
    known.set(path, hash)
    return hash
  }
}

/** A picture that was measured a moment ago: by its hash every cut of it is known, so another one in its place is refused. */
function original({ source }: Newsroom): (picture: Pick<Picture, 'src' | 'sha256'>) => Promise<SourceFile> {
  return async ({ src, sha256 }) => {
    const file = await unchangedSource(source, { [src]: sha256 }).read(src)
    if ('problem' in file) throw new SourceChanged(src)
    return file
  }
}
