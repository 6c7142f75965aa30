import { withdrawing } from '../ast/killed-story.ts'
import type { ParsedArticle } from '../ast/article.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { SourceFile } from '../contract/source.ts'
import { readFront, type ParseSettings } from './parse-article.ts'

/** What of a killed story is for readers: where it stood, and what the newspaper has said of its end. */
export interface Withdrawal extends Pick<ParsedArticle, 'source' | 'slug' | 'id' | 'formerly' | 'language' | 'direction'> {
  section?: string
  level: ParsedArticle['access']['level']
  /** The newest correction that is a retraction. */
  retraction?: Pick<ParsedArticle['corrections'][number], 'date' | 'text'>
}

/**
 * Read what is left to say of a killed story from its front matter; its body is not looked at. Nothing where it cannot be known at which
 * address it stood: a notice elsewhere would tell of a story that nobody has seen there.
 */
export function parseWithdrawal(file: SourceFile, settings: ParseSettings): Withdrawal | undefined {
  const diagnostics: Diagnostic[] = []
  const { front } = readFront(file, settings, diagnostics)
  if (front === undefined || diagnostics.some(({ rule }) => misplacing.has(rule))) return undefined
  const { source, slug, id, formerly, section, language, direction, access, corrections, places } = front
  if (section === undefined && places['section'] !== undefined) return undefined
  const retraction = newestOf(corrections)
  return {
    source, slug, id, formerly,
    level: access.level,
    ...(section === undefined ? {} : { section }),
    ...(language === undefined ? {} : { language }),
    ...(direction === undefined ? {} : { direction }),
    ...(retraction ? { retraction: { date: retraction.date, text: retraction.text } } : {}),
  }
}

const misplacing = new Set(['invalid-slug', 'reserved-slug', 'unknown-section'])

/** Of two on one moment, the one further down. */
function newestOf(corrections: ParsedArticle['corrections']): ParsedArticle['corrections'][number] | undefined {
  return corrections.filter(({ type }) => type === withdrawing).toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date)).at(-1)
}
