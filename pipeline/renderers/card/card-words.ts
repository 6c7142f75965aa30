import type { Article, Commercial, Tone } from '../../ast/article.ts'
import type { Publication } from '../../ast/publication.ts'
import type { Label } from '../../ast/story-view.ts'
import type { CardManner } from '../../../templates/card/card-view.ts'
import { wordsFor } from '../../markup/words.ts'

/** The lines of words that a card can have, in the order in which they are read. */
export const cardLines = ['label', 'section', 'kicker', 'headline', 'byline', 'masthead', 'credit'] as const
/** One of those lines. */
export type CardLine = (typeof cardLines)[number]

/** Everything that a card says; an absent line is not drawn. */
export interface CardWords extends Partial<Record<CardLine, string>> {
  kind?: Label['kind']
}

/** Choose the words of a story's cards; the credit is drawn only where the photo is. */
export function cardWords(article: Article, publication: Publication): CardWords {
  const words = wordsFor(article.language)
  const kind = labelKind(article.tone, article.commercial)
  const byline = isSigned(article.tone) ? joinNames(article.byline.map((author) => author.name), words.by, words.and) : undefined
  const label = kind && words.labels[kind]
  const section = saysTheSame(label, article.section?.name) ? undefined : article.section?.name
  return withoutAbsent({
    kind,
    label,
    section,
    kicker: [label, section].some((said) => saysTheSame(article.kicker, said)) ? undefined : article.kicker,
    headline: article.headlines.social,
    byline: kind === 'paid' || kind === 'sponsored' ? undefined : byline,
    masthead: publication.name,
    credit: creditLine(article.lead?.credit, words.credit),
  })
}

/** Whether a reader must see at a glance that this is no plain news. */
export function mannerOf(kind: Label['kind'] | undefined): CardManner {
  if (kind === 'sponsored' || kind === 'paid') return 'paid'
  if (kind === 'obituary') return 'memorial'
  return kind === 'opinion' || kind === 'editorial' || kind === 'review' || kind === 'analysis' ? 'comment' : 'news'
}

/** Commercial labels win over tones. */
function labelKind(tone: Tone, commercial: Commercial): Label['kind'] | undefined {
  if (commercial !== 'none') return commercial
  return tone === 'news' ? undefined : tone
}

/** Whose view it is belongs to an opinion; who reported it does not belong on a card of news. */
function isSigned(tone: Tone): boolean {
  return tone === 'opinion' || tone === 'analysis' || tone === 'review'
}

/** “Obituary” in the section Obituaries, or a kicker that repeats the section: said once is enough. */
function saysTheSame(words: string | undefined, others: string | undefined): boolean {
  return words !== undefined && others !== undefined && others.toLowerCase().startsWith(words.toLowerCase().slice(0, -1))
}

function creditLine(credit: string | undefined, photo: string): string | undefined {
  return credit?.toLowerCase().startsWith(photo.toLowerCase()) ? credit : credit && `${photo}: ${credit}`
}

function joinNames(names: readonly string[], by: string, and: string): string | undefined {
  const last = names.at(-1)
  if (last === undefined) return undefined
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} ${and} ${last}` : last
  return `${by} ${list}`
}

function withoutAbsent(words: { [K in keyof CardWords]: CardWords[K] | undefined }): CardWords {
  const clean = Object.entries(words).map(([line, text]) => [line, text?.replace(/[\p{Cc} ]+/gu, ' ').trim()])
  return Object.fromEntries(clean.filter(([, text]) => text)) as CardWords
}
