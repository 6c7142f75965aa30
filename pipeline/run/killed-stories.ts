import { publicUrl, storyPath } from '../ast/addresses.ts'
import { schemaVersion, type Article } from '../ast/article.ts'
import { plainText } from '../ast/edition.ts'
import type { KilledStory } from '../ast/killed-story.ts'
import type { Publication } from '../ast/publication.ts'
import type { Withdrawal } from '../parse/parse-withdrawal.ts'
import { directionOf } from '../resolve/language.ts'
import type { Newsroom } from './read-newsroom.ts'
import { linkTo, type Format, type PressRoom } from './render-story.ts'

/**
 * The killed stories of a newspaper, each address once. Where a story stands, none has been withdrawn, whatever another file says: a reader
 * there finds the story, and clients must not drop it. The same goes for its earlier addresses.
 */
export function killedStories({ stories, publication }: Newsroom, room: Pick<PressRoom, 'formats' | 'offered'>, standing: readonly { path: string }[]): KilledStory[] {
  const taken = new Set(standing.map(({ path }) => path))
  const formats = room.formats.filter(({ renderer }) => room.offered.has(renderer.name))
  const isFree = (old: string): boolean => !standing.some(({ path }) => path === old || path.startsWith(`${old}/`)) && !publication.sections.some(({ id }) => id === old)
  const killed = stories.flatMap(({ withdrawal }) => (withdrawal ? [killedStory({ ...withdrawal, formerly: withdrawal.formerly.filter(isFree) }, publication, formats)] : []))
  return killed.filter(({ path }) => !taken.has(path) && taken.add(path)).sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

function killedStory(withdrawal: Withdrawal, publication: Publication, formats: readonly Format[]): KilledStory {
  const { slug, id, section, formerly, retraction, language = publication.language, direction = directionOf(language) } = withdrawal
  const path = storyPath(slug, section)
  const text = plainText(retraction?.text ?? [])
  const shell = shellOf(withdrawal, { language, direction, path, url: publicUrl(publication, `${path}/index.html`) }, publication)
  const files = formats.flatMap(({ renderer, options }) => renderer.plan(shell, options)).filter(({ audience }) => audience === 'public')
  return {
    slug, id, path, formerly, language, direction,
    url: shell.url,
    ...(retraction && text !== '' ? { retraction: { date: retraction.date, text } } : {}),
    files: files.map((file) => linkTo(file, publication)),
  }
}

/** A story without a word, so that each format can say which files it would have made of it. */
function shellOf({ source, slug, id, formerly, section, level }: Withdrawal, where: Pick<Article, 'language' | 'direction' | 'path' | 'url'>, { sections }: Publication): Article {
  const name = sections.find((one) => one.id === section)?.name
  return {
    type: 'article', schemaVersion, source, slug, id, ...where,
    formerly: [...formerly],
    headline: '', headlines: { social: '', seo: '', print: '' },
    tone: 'news', commercial: 'none', status: 'canceled',
    byline: [], tags: [], related: [], corrections: [], places: {},
    ...(section === undefined || name === undefined ? {} : { section: { id: section, name } }),
    published: '1970-01-01T00:00:00Z',
    canonical: where.url,
    access: level === 'free' ? { level } : { level, freeBlocks: 0 },
    body: { type: 'root', children: [] },
  }
}
