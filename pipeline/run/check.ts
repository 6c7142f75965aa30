import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import { readOnly } from '../cache/read-only.ts'
import { sortDiagnostics, type Diagnostic } from '../contract/diagnostic.ts'
import { refusedInspection, type Inspection } from '../contract/outcome.ts'
import { inHouse } from './in-house.ts'
import { withErrorsOf } from './press.ts'
import { readNewsroom, type Newsroom, type Story } from './read-newsroom.ts'
import { redact } from './redact.ts'
import { selectWork } from './select-work.ts'
import { openStoreroom } from './storeroom.ts'
import { takeInHand, type ReadingDesk } from './take-in-hand.ts'
import { tryExamples } from './try-examples.ts'

export interface CheckOptions {
  /** Folder of the newspaper. */
  source: string
  /** Slugs or patterns with `*`; absent: every story. */
  only?: readonly string[]
  /** The moment as of which stories are public or not, in milliseconds since 1970. */
  now: number
  /** Folder of what publishes have kept: a story that one of them has judged, and that is the same, is not judged again. Nothing is added. */
  cache?: string
  signal: AbortSignal
  /** Told of each story that is checked; never of one that is not public. */
  onStory?(slug: string): void
}

/**
 * Judge a newspaper: every story is read, completed and judged by every rule, also those that are not public yet, and nothing is drawn or
 * written. Never throws but for an abort and for bugs of ours.
 */
export async function check({ source, only, now, cache, signal, onStory }: CheckOptions): Promise<Inspection> {
  const started = performance.now()
  const refuse = (diagnostics: readonly Diagnostic[]): Inspection => refusedInspection(diagnostics, performance.now() - started)
  const kept = openStoreroom(cache === undefined ? {} : { cache })
  const storeroom = kept && { ...kept, cache: readOnly(kept.cache) }
  const newsroom = await readNewsroom(source, now, storeroom)
  if (!('stories' in newsroom)) return refuse(newsroom.diagnostics)
  const work = selectWork(newsroom, only ? { only } : {})
  const wrong = [...('diagnostics' in work ? work.diagnostics : []), ...(await tryExamples(newsroom.rules.own, newsroom.settings))]
  if ('diagnostics' in work || wrong.length > 0) return refuse([...newsroom.diagnostics, ...wrong])
  const stories = newsroom.stories.filter(({ slug }) => work.isSelected(slug))
  for (const { slug, verdict } of stories) if (verdict.isPublic) onStory?.(slug)
  // Pictures are measured on other threads, so one story waits while the next is read.
  const limit = pLimit(availableParallelism() * 2)
  const desk: ReadingDesk = { newsroom, formats: work.formats, ...(storeroom ? { storeroom } : {}) }
  const judged = (story: Story): Promise<Diagnostic[]> => (signal.throwIfAborted(), judge(story, newsroom, desk))
  const found = await Promise.all(stories.map((story) => limit(judged, story)))
  const diagnostics = sortDiagnostics([...inHouse(newsroom.diagnostics, [], newsroom), ...found.flat()])
  return {
    exitCode: diagnostics.some(isError) ? 1 : 0,
    stories: { checked: stories.length, failed: found.filter((said) => said.some(isError)).length, held: stories.filter(({ verdict }) => !verdict.isPublic).length },
    totalMilliseconds: performance.now() - started,
    diagnostics,
  }
}

/** All that is wrong with a story, as the newsroom wants it judged; of one that is not public, without its words. */
async function judge(story: Story, newsroom: Newsroom, desk: ReadingDesk): Promise<Diagnostic[]> {
  const { hand, allowances, diagnostics } = await takeInHand(story, desk)
  const told = inHouse(diagnostics.map((diagnostic) => ({ ...diagnostic, story: story.slug })), allowances, newsroom)
  if (story.verdict.isPublic) {
    const all = [...story.diagnostics, ...told]
    // As in a publish: what cannot be completed is an error, whatever the newsroom thinks of the rule.
    return hand === undefined && !all.some(isError) ? withErrorsOf([...story.diagnostics, ...diagnostics], all) : all
  }
  // What is wrong with it as a file has been said when it was held; what is wrong between stories, too.
  const known = new Set(diagnostics.map(keyOf))
  const between = story.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic)))
  return [...between, ...told.map((diagnostic) => ({ ...redact(diagnostic, story.verdict, newsroom.rules.own), story: story.slug }))]
}

function keyOf({ rule, line, column }: Diagnostic): string {
  return `${rule} ${line} ${column}`
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}
