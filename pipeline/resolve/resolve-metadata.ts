import { publicUrl, storyPath } from '../ast/addresses.ts'
import type { Article, ParsedArticle } from '../ast/article.ts'
import { checkAddress } from './check-address.ts'
import { directionOf, languageTag } from './language.ts'
import { resolveRelated } from './resolve-related.ts'
import { placeOfKey, type ResolveState } from './resolve-state.ts'

type Derived = Pick<Article, 'headlines' | 'language' | 'direction' | 'path' | 'url' | 'canonical' | 'related' | 'byline' | 'follow' | 'section' | 'embargo'>

/** The metadata that is looked up or derived: what may be left out by the author, and every address in it. */
export function resolveMetadata(state: ResolveState): Derived {
  const { headline, headlines } = state.parsed
  const { social = headline, seo = headline, print = headline } = headlines
  return {
    headlines: { social, seo, print },
    ...languageOf(state),
    ...addressesOf(state),
    ...sectionOf(state),
    ...embargoOf(state),
    ...followOf(state),
    byline: state.parsed.byline.map((author, index) => withAddress(author, `byline.${index}.url`, state)),
    related: resolveRelated(state),
  }
}

function languageOf(state: ResolveState): Pick<Article, 'language' | 'direction'> {
  const { publication, parsed } = state
  const written = parsed.language ?? publication.language
  const language = languageTag(written)
  if (language === undefined) state.report('unknown-language', placeOfKey(state, 'language'), { language: written })
  const known = language ?? 'und'
  if (language === undefined) state.giveUp()
  return { language: known, direction: parsed.direction ?? directionOf(known) }
}

function addressesOf({ parsed, publication }: ResolveState): Pick<Article, 'path' | 'url' | 'canonical'> {
  const path = storyPath(parsed.slug, parsed.section)
  const url = publicUrl(publication, `${path}/index.html`)
  return { path, url, canonical: parsed.canonical ?? url }
}

/** That a section is known is checked in parsing, which has said so if it is not. */
function sectionOf({ parsed, publication, giveUp }: ResolveState): Pick<Article, 'section'> {
  if (parsed.section === undefined) return {}
  const section = publication.sections.find(({ id }) => id === parsed.section)
  return section ? { section } : (giveUp() ?? {})
}

/** An embargo that never lifts is no article: nothing may be made of such a story. */
function embargoOf({ parsed: { embargo }, giveUp }: ResolveState): Pick<Article, 'embargo'> {
  if (embargo === undefined) return {}
  return embargo.until === undefined ? (giveUp() ?? {}) : { embargo: { until: embargo.until } }
}

function followOf(state: ResolveState): Pick<Article, 'follow'> {
  const { follow } = state.parsed
  if (follow === undefined) return {}
  const href = checkAddress(follow.href, { what: 'follow link', place: placeOfKey(state, 'follow.href') }, state)
  return href === undefined ? (state.giveUp() ?? {}) : { follow: { ...follow, href } }
}

function withAddress(author: ParsedArticle['byline'][number], key: string, state: ResolveState): Article['byline'][number] {
  if (author.url === undefined) return author
  const url = checkAddress(author.url, { what: 'byline', place: placeOfKey(state, key) }, state)
  return url === undefined ? (state.giveUp() ?? author) : { ...author, url }
}
