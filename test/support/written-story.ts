import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { schemaVersion, type ParsedArticle } from '../../pipeline/ast/article.ts'
import type { NodeOf, Phrasing } from '../../pipeline/ast/nodes.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import { measurePicture } from '../../pipeline/pictures/measure-picture.ts'
import type { ResolveContext } from '../../pipeline/resolve/resolve-article.ts'
import { openSource } from '../../pipeline/run/source-folder.ts'

/** A story as its author might have written it, complete but for what a test is about. */
export function writtenStory(more: Partial<ParsedArticle> = {}): ParsedArticle {
  return {
    type: 'parsedArticle',
    schemaVersion,
    source: 'articles/sea/first-boat.md',
    slug: 'first-boat',
    id: 'first-boat',
    formerly: [],
    headline: 'The first boat leaves at seven',
    headlines: {},
    section: 'sea',
    tone: 'news',
    commercial: 'none',
    byline: [{ name: 'Mara Quill' }],
    published: '2026-05-04T08:00:00+01:00',
    related: [],
    tags: [],
    status: 'usable',
    corrections: [],
    access: { level: 'free' },
    allowances: [],
    places: {},
    body: body(paragraph('The second did not leave at all.')),
    ...more,
  }
}

export function body(...children: ParsedArticle['body']['children']): ParsedArticle['body'] {
  return { type: 'root', children }
}

export function paragraph(...words: (string | Phrasing<'parsed'>)[]): NodeOf<'paragraph', 'parsed'> {
  return { type: 'paragraph', children: words.map(asNode) }
}

export function heading(words: string, id?: string): NodeOf<'heading', 'parsed'> {
  return { type: 'heading', depth: 2, children: [asNode(words)], ...(id ? { id } : {}) }
}

export function asNode(word: string | Phrasing<'parsed'>): Phrasing<'parsed'> {
  return typeof word === 'string' ? { type: 'text', value: word } : word
}

export const gazette: Publication = {
  name: 'The Ferry Gazette',
  url: 'https://gazette.example',
  language: 'en-GB',
  timezone: 'Europe/London',
  social: {},
  sections: [{ id: 'sea', name: 'The sea' }],
  front: [],
}

/** Files of a newspaper in a temporary folder, and all that resolving asks for. */
export async function openDesk(files: Record<string, Uint8Array | string> = {}, more: Partial<ResolveContext> = {}): Promise<ResolveContext & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-desk-'))
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const context: ResolveContext = { publication: gazette, source: openSource(folder), measure: measurePicture, stories: new Map(), ...more }
  return { ...context, close: () => rm(folder, { recursive: true, force: true }) }
}
