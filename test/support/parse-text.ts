import type { ParsedArticle } from '../../pipeline/ast/article.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import { parseArticle, type ParseResult } from '../../pipeline/parse/parse-article.ts'

const publication: Publication = {
  name: 'The Ferry Gazette',
  url: 'https://gazette.example',
  language: 'en-GB',
  timezone: 'Europe/London',
  social: {},
  sections: [{ id: 'sea', name: 'The sea' }],
  front: [],
}

/** Parse a whole file, given as text or bytes; a publication of its own may be told in part. */
export function parseText(file: string | Uint8Array, path = 'articles/ferry-timetable.md', own: Partial<Publication> = {}): ParseResult {
  return parseArticle({ path, bytes: typeof file === 'string' ? new TextEncoder().encode(file) : file }, { publication: { ...publication, ...own } })
}

/** Parse a sound story with these further lines of front matter, and this body. */
export function parseStory(keys: string, body = 'The first boat leaves at six.'): ParseResult {
  return parseText(`---\nheadline: New ferries\npublished: 2026-11-20T07:00:00+00:00\n${keys}${keys.endsWith('\n') || keys === '' ? '' : '\n'}---\n${body}\n`)
}

/** The article of a story in which nothing is wrong. */
export function articleOf({ article, diagnostics }: ParseResult): ParsedArticle {
  if (!article || diagnostics.length > 0) throw new Error(wrongIn({ diagnostics }).join('\n'))
  return article
}

/** What is wrong, as `line:column rule`. */
export function wrongIn({ diagnostics }: Pick<ParseResult, 'diagnostics'>): string[] {
  return diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`)
}
