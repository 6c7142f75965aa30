import type { SourceFile } from '../contract/source.ts'
import { parseArticle } from '../parse/parse-article.ts'
import { resolveArticle, type StoryEntry } from '../resolve/resolve-article.ts'
import type { Newsroom } from './read-newsroom.ts'

/** What a story names that is outside of its file. */
export interface StoryDependencies {
  /** Pictures and media, below `source/`, whether they are there or not; composed letters (NFC). */
  files: ReadonlySet<string>
  /** Other stories, by slug. */
  slugs: ReadonlySet<string>
}

/**
 * Read from a story what it asks for, by letting the resolver ask: no picture is opened and nothing is reported. Of a story too broken to be
 * parsed nothing is known, and nothing could be published.
 */
export async function readDependencies(file: SourceFile, { publication, index }: Pick<Newsroom, 'publication' | 'index'>): Promise<StoryDependencies> {
  const [files, slugs] = [new Set<string>(), new Set<string>()]
  const { article } = parseArticle(file, { publication })
  if (article === undefined) return { files, slugs }
  const stories = Object.assign(new Map<string, StoryEntry>(), { get: (slug: string) => (slugs.add(slug), index.get(slug)) })
  await resolveArticle(article, {
    publication,
    stories,
    source: { read: async (path) => (files.add(path.normalize('NFC')), { problem: 'missing' }) },
    measure: async () => ({ problem: 'empty' }),
  })
  return { files, slugs }
}
