import pLimit from 'p-limit'
import type { Article } from '../ast/article.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Progress, StoryFate } from '../contract/outcome.ts'
import type { SourceFile } from '../contract/source.ts'
import { cutPicture } from '../pictures/cut-picture.ts'
import { measurePicture } from '../pictures/measure-picture.ts'
import { resolveArticle } from '../resolve/resolve-article.ts'
import { withHouseSeverity } from './house-severity.ts'
import { openJudges } from './judges.ts'
import type { KeptVerdicts } from './kept-verdicts.ts'
import { openPictureDesk } from './picture-desk.ts'
import type { Out } from './open-out.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Newsroom, Story } from './read-newsroom.ts'
import { renderStory, type PressRoom, type StoryFile } from './render-story.ts'
import type { Work } from './select-work.ts'

/** One story after the press: its files are in the workspace, nothing of them in memory. */
export interface DrawnStory {
  story: Story
  fate: StoryFate
  /** With `fate` published. */
  article?: Article
  /** sha256 of all that its author wrote. */
  input?: string
  files: readonly DrawnFile[]
  failedFormats: readonly string[]
  diagnostics: readonly Diagnostic[]
}

/** A finished file in the workspace. */
export interface DrawnFile extends Pick<StoryFile, 'planned' | 'format' | 'uses' | 'record'> {
  sha256: string
  size: number
}

/** All stories of a run after the press. */
export interface Drawn {
  stories: readonly DrawnStory[]
  /** Shared files: path to what is in the workspace. */
  assets: ReadonlyMap<string, { sha256: string; size: number }>
  /** Milliseconds by format. */
  times: ReadonlyMap<string, { render: number; validate: number }>
  /** Milliseconds that the checks of level `full` took, by name. */
  checkTimes?: ReadonlyMap<string, number>
}

interface PressOptions extends Pick<PublishOptions, 'jobs' | 'signal'> {
  kept: KeptVerdicts
}

/** Resolve, render and validate the stories of a run, `jobs` at a time. Close it when the run ends, however it ends. */
export async function openPress(newsroom: Newsroom, work: Work, out: Out, { jobs, signal, kept }: PressOptions) {
  const assets = new Map<string, { sha256: string; size: number }>()
  const times = new Map<string, { render: number; validate: number }>()
  const failed = new AbortController()
  const stopped = AbortSignal.any([signal, failed.signal])
  const judges = await openJudges(jobs, stopped)
  const room: PressRoom = {
    ...work,
    publication: newsroom.publication,
    source: newsroom.source,
    pictures: openPictureDesk(out.workspace, original(newsroom), cutPicture),
    signal: stopped,
    court: { judges, kept },
    onTime: (format, step, milliseconds) => {
      const time = times.get(format) ?? { render: 0, validate: 0 }
      times.set(format, { ...time, [step]: time[step] + milliseconds })
    },
  }

  const draw = async (story: Story): Promise<DrawnStory> => {
    const { article, diagnostics } = await complete(story, newsroom)
    if (article === undefined) return { story, fate: 'failed', files: [], failedFormats: [], diagnostics }
    const { input, files, assets: shared, failed: failedFormats, diagnostics: found } = await renderStory(article, room)
    const all = inHouse([...diagnostics, ...found], story, newsroom)
    if (stopsStory(all)) return { story, fate: 'failed', files: [], failedFormats: [], diagnostics: all }
    for (const [path, bytes] of shared) assets.set(path, { sha256: await out.workspace.keep(bytes), size: bytes.length })
    const staged = await Promise.all(files.filter(({ format }) => work.wanted.has(format)).map((file) => keep(file, out)))
    return { story, fate: 'published', article, input, files: staged, failedFormats, diagnostics: all }
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
        return { stories: await Promise.race([Promise.all(drawing), rejectOnAbort(signal)]), assets, times }
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
    async close(): Promise<void> {
      await judges.close()
      for (const { renderer } of work.formats) await renderer.close?.()
    },
  }
}

/** What is under way when a run is stopped need not be waited for: nothing of it will be used. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/**
 * Complete a story; without an article something is wrong that its diagnostics tell, as an error even where the newsroom has
 * lowered its rule: what cannot be completed cannot be published.
 */
async function complete(story: Story, newsroom: Newsroom): Promise<{ article?: Article; diagnostics: readonly Diagnostic[] }> {
  if (story.parsed === undefined) {
    const diagnostics = inHouse(story.diagnostics, story, newsroom)
    return { diagnostics: stopsStory(diagnostics) ? diagnostics : story.diagnostics }
  }
  const { publication, source, index } = newsroom
  const resolved = await resolveArticle(story.parsed, { publication, source, measure: measurePicture, stories: index })
  const found = resolved.diagnostics.map((diagnostic) => ({ ...diagnostic, story: story.slug }))
  const all = [...story.diagnostics, ...found]
  const diagnostics = inHouse(all, story, newsroom)
  if (resolved.article === undefined) return { diagnostics: stopsStory(diagnostics) ? diagnostics : all }
  return stopsStory(diagnostics) ? { diagnostics } : { article: resolved.article, diagnostics }
}

/** What is said of a story, as its newsroom wants it judged. */
export function inHouse(diagnostics: readonly Diagnostic[], story: Story, { settings }: Newsroom): Diagnostic[] {
  return withHouseSeverity(diagnostics, { rules: settings.rules, allowances: story.parsed?.allowances ?? [] })
}

/** Whether a story with these is not published. */
export function stopsStory(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, scope }) => severity === 'error' && scope !== 'format')
}

async function keep({ planned, format, artifact, uses, record }: StoryFile, out: Out): Promise<DrawnFile> {
  return { planned, format, uses, record, sha256: await out.workspace.keep(artifact.bytes), size: artifact.bytes.length }
}

/** A picture that was measured a moment ago; it can only have vanished since. */
function original({ source }: Newsroom): (path: string) => Promise<SourceFile> {
  return async (path) => {
    const file = await source.read(path)
    if ('problem' in file) throw new Error(`the picture ${path} was there when the run began, and now it is ${file.problem}`)
    return file
  }
}
