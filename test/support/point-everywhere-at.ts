import type { Article } from '../../pipeline/ast/article.ts'

const addressKeys = new Set(['url', 'href', 'src'])

/** A copy of a story whose every outside address leads to one server, so that a renderer that follows any is caught there. */
export function pointEverywhereAt(server: string, article: Article): Article {
  const point = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return addressKeys.has(key) && /^https?:/.test(value) ? `${server}/${key}` : value
    if (Array.isArray(value)) return value.map((item) => point(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, point(of, name)]))
  }
  return { ...(point(article, '') as Article), url: article.url, canonical: article.canonical }
}
