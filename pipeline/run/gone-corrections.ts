import type { ParsedArticle } from '../ast/article.ts'
import type { EditionStory } from '../ast/edition.ts'
import { hashOf } from '../cache/hash-of.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { withHouseSeverity } from './house-severity.ts'
import type { LastManifest, LastStory } from './last-manifest.ts'
import type { GoneCorrection } from './manifest.ts'
import type { Newsroom } from './read-newsroom.ts'
import type { StoryInHand } from './take-in-hand.ts'

/** What of a story’s corrections readers have seen and would not find any more. */
export interface Gone {
  /** To be remembered, so that every publish asks for them. */
  corrections: readonly GoneCorrection[]
  diagnostics: readonly Diagnostic[]
}

/** What the last publish told of a story. */
export type Earlier = (story: Pick<EditionStory, 'id' | 'source' | 'formerly'>) => Pick<LastStory, 'corrections' | 'goneCorrections'> | undefined

/**
 * Corrections are only ever added to. One that stood and is not there as it stood, or was missed before and is still missing, is reported
 * until it is back, or until the story silences the report: then it is forgotten, and the comment may go.
 */
export function findGone(hand: Pick<StoryInHand, 'teaser' | 'correctionsAt'>, earlier: ReturnType<Earlier>, allowances: ParsedArticle['allowances'], { settings }: Pick<Newsroom, 'settings'>): Gone {
  const { slug, corrections: now } = hand.teaser
  const standing = new Set(now.map(remember).map(keyOf))
  const corrections = rememberedOf(earlier).filter((one) => !standing.has(keyOf(one)))
  const found: Diagnostic[] = []
  const report = reportInto(found, { story: slug })
  for (const { date, type } of corrections) report('correction-gone', hand.correctionsAt, { date, type })
  const unsilenced = withHouseSeverity(found, { rules: {}, allowances })
  return { corrections: unsilenced.length === 0 ? [] : corrections, diagnostics: withHouseSeverity(unsilenced, { rules: settings.rules, allowances: [] }) }
}

/** Looks up stories of the last publish by identity; by file or by an old address only where no other story has that identity now. */
export function earlierStories(previous: LastManifest | undefined, newsroom: Pick<Newsroom, 'stories'>): Earlier {
  const all = previous?.stories ?? []
  const claimed = new Set(newsroom.stories.map(({ id }) => id))
  const free = all.filter(({ id }) => !claimed.has(id))
  const [byId, bySource, byPath] = [new Map(all.map((story) => [story.id, story])), new Map(free.map((story) => [story.source, story])), new Map(free.map((story) => [story.path, story]))]
  return ({ id, source, formerly }) => byId.get(id) ?? bySource.get(source) ?? formerly.map((path) => byPath.get(path)).find((story) => story !== undefined)
}

/** What was missed already counts in its first version: what was put in its place since is no correction of its own. */
function rememberedOf(earlier: ReturnType<Earlier>): GoneCorrection[] {
  const missed = earlier?.goneCorrections ?? []
  const stood = (earlier?.corrections ?? []).filter((one) => !missed.some(isOfSameTime(one)))
  return [...missed, ...stood.map(remember)]
}

/** Without its words: they may have had to go. */
function remember({ date, type, text }: EditionStory['corrections'][number]): GoneCorrection {
  return { date, type, sha256: hashOf(text) }
}

function keyOf({ date, type, sha256 }: GoneCorrection): string {
  return `${Date.parse(date)} ${type} ${sha256}`
}

function isOfSameTime({ date }: { date: string }): (other: { date: string }) => boolean {
  return (other) => Date.parse(other.date) === Date.parse(date)
}
