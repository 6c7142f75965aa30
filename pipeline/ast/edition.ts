import { toString } from 'mdast-util-to-string'
import * as z from 'zod'
import { accessLevels, commercialLabels, correctionTypes, tones, type Article } from './article.ts'
import type { KilledStory } from './killed-story.ts'
import type { Publication } from './publication.ts'
import { Author, DateTime, Picture } from './small-types.ts'

const text = z.string()

/** A story as everything around it knows it (front page, feeds, sitemaps): small plain data, without its body. Prose is plain text. */
export const EditionStory = z.strictObject({
  source: text.describe('The story’s file, below source/'),
  slug: text,
  id: text.describe('Permanent identity: survives a change of slug'),
  path: text.describe('Its folder below dist/'),
  url: text.describe('Absolute address of its page'),
  canonical: text,
  formerly: z.array(text),
  headline: text,
  headlines: z.strictObject({ social: text, seo: text, print: text }),
  standfirst: text.optional(),
  kicker: text.optional(),
  tone: z.enum(tones),
  commercial: z.enum(commercialLabels),
  section: z.strictObject({ id: text, name: text }).optional(),
  byline: z.array(Author),
  published: DateTime,
  updated: DateTime.optional(),
  corrections: z.array(z.strictObject({ date: DateTime, type: z.enum(correctionTypes), text })),
  language: text.describe('BCP 47'),
  direction: z.enum(['ltr', 'rtl']),
  lead: z.strictObject({ picture: Picture, alt: text, credit: text.optional(), copyright: text.optional() }).optional(),
  tags: z.array(text),
  access: z.enum(accessLevels),
})
export type EditionStory = z.infer<typeof EditionStory>

/** All that stands of a publication at one moment, for outputs of the whole of it. */
export interface Edition {
  publication: Publication
  /** Those that the publication puts in front, then newest first. */
  stories: readonly EditionStory[]
  /** Those that stood and have been withdrawn for good, by their slugs. */
  killed: readonly KilledStory[]
}

/** What of a story the edition knows. */
export function editionStory(article: Article): EditionStory {
  const { source, slug, id, path, url, canonical, formerly, headline, headlines, kicker, tone, commercial, section, byline, published, updated, language, direction, tags, access } = article
  const standfirst = plainText(article.standfirst ?? [])
  // Checked, so that its keys have one order, wherever it has been since.
  return EditionStory.parse({
    source, slug, id, path, url, canonical, formerly, headline, headlines, tone, commercial, byline, published, language, direction, tags,
    ...(standfirst === '' ? {} : { standfirst }),
    ...(kicker === undefined ? {} : { kicker }),
    ...(section ? { section } : {}),
    ...(updated === undefined ? {} : { updated }),
    corrections: article.corrections.map(({ date, type, text: words }) => ({ date, type, text: plainText(words) })),
    ...leadOf(article),
    access: access.level,
  })
}

/** The slugs in front in their order, then newest first; of equal times, by slug. */
export function inOrder(stories: readonly EditionStory[], front: readonly string[]): EditionStory[] {
  const rank = new Map(front.map((slug, index) => [slug, index]))
  const rankOf = ({ slug }: EditionStory): number => rank.get(slug) ?? front.length
  return [...stories].sort((a, b) => rankOf(a) - rankOf(b) || newestFirst(a, b))
}

/** Compare two stories by when they were published; of equal times, by slug. */
export function newestFirst(a: EditionStory, b: EditionStory): number {
  return Date.parse(b.published) - Date.parse(a.published) || (a.slug < b.slug ? -1 : 1)
}

/**
 * When readers were last given something new: by an update or a correction, else by publishing. As its author wrote it. The one answer to
 * that question for every format.
 */
export function lastChanged({ published, updated, corrections }: Pick<EditionStory, 'published' | 'updated'> & { corrections: readonly { date: string }[] }): string {
  return [published, ...(updated === undefined ? [] : [updated]), ...corrections.map(({ date }) => date)].reduce((latest, one) => (Date.parse(one) > Date.parse(latest) ? one : latest))
}

function leadOf({ lead }: Article): Pick<EditionStory, 'lead'> {
  if (!lead) return {}
  const { picture, alt, credit, copyright } = lead
  return { lead: { picture, alt, ...(credit === undefined ? {} : { credit }), ...(copyright === undefined ? {} : { copyright }) } }
}

/** Prose as plain text on one line. */
export function plainText(nodes: Parameters<typeof toString>[0]): string {
  return toString(nodes, { includeImageAlt: false }).replace(/\s+/g, ' ').trim()
}
