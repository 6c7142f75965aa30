import type { ParsedArticle } from '../ast/article.ts'
import type { Publication } from '../ast/publication.ts'
import type { NodeOf } from '../ast/nodes.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { keysOf } from '../yaml/keys-of.ts'
import { entryOf, type WrittenMap } from '../yaml/written.ts'
import { articleKeys, type FrontMatter, keysThatMeanSomethingBlank } from './article-keys.ts'
import { checkTimes } from './check-times.ts'
import { checkSlug, slugOfPath } from './slug.ts'

/** What the front matter gives to the article, defaults filled in; the headline is missing where the author left it out. */
export type FrontMatterFields = Omit<ParsedArticle, 'type' | 'schemaVersion' | 'body' | 'allowances' | 'headline'> & { headline?: string }

/** Read a story's front matter, key by key. Everything that is wrong is reported; what can be read is read. */
export function readFrontMatter(map: WrittenMap, publication: Publication, desk: Desk): FrontMatterFields {
  const keys = keysOf(articleKeys(publication), [], keysThatMeanSomethingBlank)
  const read = keys(map, '', desk) ?? {}
  requireKeys(read, map, desk)
  checkTimes(read, map, desk)
  const slug = read.slug?.normalize('NFC') ?? slugOfPath(desk.file)
  const slugEntry = entryOf(map, 'slug')
  checkSlug(slug, publication, slugEntry && read.slug ? placeOf(slugEntry.value, desk) : { file: desk.file, line: 1, column: 1 }, desk)
  return complete(read, slug, desk)
}

function requireKeys(read: FrontMatter, map: WrittenMap, desk: Desk): void {
  const place = { file: desk.file, line: 1, column: 1 }
  if (read.headline === undefined && entryOf(map, 'headline')?.value.kind !== 'list') desk.report('missing-headline', place, {})
  // One diagnostic for one slip: a date that is there and cannot be read has been reported where it stands.
  const isMissing = read.published === undefined && desk.places['published'] === undefined
  const isBlank = desk.places['published'] !== undefined && isEmptyText(map, 'published')
  if ((isMissing || isBlank) && read.status !== 'draft') desk.report('missing-date', place, {})
}

function isEmptyText(map: WrittenMap, key: string): boolean {
  const value = entryOf(map, key)?.value
  return value?.kind === 'text' && value.plain && value.value === ''
}

function complete(read: FrontMatter, slug: string, desk: Desk): FrontMatterFields {
  const { lead, follow, corrections, access, slug: _slug, note: _note, ...same } = read
  return {
    ...same,
    source: desk.file,
    slug,
    id: read.id ?? slug,
    formerly: read.formerly ?? [],
    headlines: read.headlines ?? {},
    tone: read.tone ?? 'news',
    commercial: read.commercial ?? 'none',
    byline: read.byline ?? [],
    related: read.related ?? [],
    tags: read.tags ?? [],
    status: read.status ?? 'usable',
    ...(lead?.src === undefined ? {} : { lead: leadFigure({ ...lead, src: lead.src }, desk) }),
    ...(follow?.text && follow.href ? { follow: { text: follow.text, href: follow.href } } : {}),
    corrections: (corrections ?? []).flatMap(({ date, type = 'correction', text }) => (date && text ? [{ date, type, text }] : [])),
    access: { level: access?.level ?? 'free' },
    places: desk.places,
  }
}

function leadFigure({ caption, ...written }: NonNullable<FrontMatter['lead']> & { src: string }, desk: Desk): NodeOf<'figure', 'parsed'> {
  const position = desk.places['lead']
  return { type: 'figure', ...written, children: caption ?? [], ...(position ? { position } : {}) }
}
