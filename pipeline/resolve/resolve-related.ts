import type { Article, ParsedArticle } from '../ast/article.ts'
import { checkAddress } from './check-address.ts'
import { lookUpStory } from './look-up-story.ts'
import { placeOfKey, type ResolveState } from './resolve-state.ts'

/** The "read more" list with every title and address; stories that are not public are left out of it. */
export function resolveRelated(state: ResolveState): Article['related'] {
  return state.parsed.related.flatMap((entry, index) => resolveEntry(entry, `related.${index}`, state) ?? [])
}

type Entry = ParsedArticle['related'][number]

function resolveEntry({ title, href, ref }: Entry, key: string, state: ResolveState): Article['related'][number] | undefined {
  if (ref !== undefined) {
    const story = lookUpStory(ref, placeOfKey(state, `${key}.ref`), state)
    if (story === 'not-public') return undefined
    return story ? { title: title ?? story.headline, url: story.url } : state.giveUp()
  }
  const url = checkAddress(href ?? '', { what: 'related link', place: placeOfKey(state, `${key}.href`) }, state)
  return url === undefined ? state.giveUp() : { title: title ?? url, url }
}
