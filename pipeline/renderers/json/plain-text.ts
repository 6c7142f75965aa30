import type { Article } from '../../ast/article.ts'

/** Fields that name, measure or classify, and that no reader reads as words; addresses are told apart from them. */
const silent = new Set(['type', 'schemaVersion', 'sha256', 'mediaType', 'id', 'slug', 'source', 'identifier', 'path', 'url', 'href', 'src', 'poster', 'captions'])

/** Every string of the tree that carries words, in the order of the file. */
export function plainText(value: Article | unknown): string {
  return strings(value).join('\n')
}

function strings(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return silent.has(key) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((item) => strings(item))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, of]) => strings(of, name))
}
