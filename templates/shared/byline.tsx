/** @jsxImportSource hastscript */
import type { StoryView, ViewAuthor } from '../../pipeline/ast/story-view.ts'

/** Who wrote it. Names run on in one line; where one of them has a role or a place, each has a line. */
export function byline({ byline: authors, words, language }: StoryView) {
  if (authors.length === 0) return undefined
  const hasDetails = authors.some(({ role, location }) => role || location)
  return (
    <address class={hasDetails ? 'byline byline-detailed' : 'byline'}>
      <span class="by">{words.by}</span>{' '}
      {authors.flatMap((author, index) => [separator(index, authors.length, words.and, language), person(author, language)])}
    </address>
  )
}

function person({ name, url, rel, role, location }: ViewAuthor, language: string) {
  const details = [role, location].filter((detail) => detail !== undefined).join(comma(language))
  return (
    <span class="author">
      {url ? <a class="author-name" rel={rel ? `author ${rel}` : 'author'} href={url}>{name}</a> : <span class="author-name">{name}</span>}
      {details ? [<span class="author-comma">{comma(language)}</span>, <span class="author-details">{details}</span>] : undefined}
    </span>
  )
}

function separator(index: number, count: number, and: string, language: string) {
  if (index === 0) return undefined
  if (index === count - 1) return <span class="author-and">{` ${and} `}</span>
  return <span class="author-comma">{comma(language)}</span>
}

function comma(language: string): string {
  return /^(ar|fa|ur)\b/i.test(language) ? '، ' : ', '
}
