import type { Article } from '../ast/article.ts'
import { publicUrl } from '../ast/addresses.ts'
import type { Author } from '../ast/small-types.ts'
import type { StoryView, ViewAuthor, ViewLink, Words } from '../ast/story-view.ts'
import { linkAttributes } from './address.ts'
import { drawBody } from './draw-body.ts'
import { formatDay, formatMoment } from './format-date.ts'
import { closedBlocks, freePart, isCut } from '../ast/free-part.ts'
import { labelOf } from './label-of.ts'
import { markupState } from './markup-state.ts'
import { shownBlocks } from '../ast/shown-blocks.ts'
import type { MarkupSettings, MarkupState } from './state.ts'
import { toHast } from './to-hast.ts'

/** Prepare a story for a page template: words chosen, dates written out, prose drawn by the handlers. */
export function viewStory(article: Article, settings: MarkupSettings): StoryView {
  const story = asShown(article, settings.audience)
  const state = markupState(story, settings)
  const { words, publication } = state
  const [label, home] = [labelOf(story), `${publication.url}/`]
  const moment = (iso: string) => formatMoment(iso, story.language, publication.timezone)
  return {
    language: story.language,
    direction: story.direction,
    words,
    publication: {
      name: publication.name,
      ...(publication.slogan === undefined ? {} : { slogan: publication.slogan }),
      url: settings.landmarkHref?.(home) ?? home,
      language: publication.language,
    },
    ...sectionOf(story, settings),
    ...(label ? { label } : {}),
    ...(story.kicker === undefined ? {} : { kicker: story.kicker }),
    headline: story.headline,
    standfirst: toHast(story.standfirst ?? [], state, 'root'),
    byline: story.byline.map((author) => withSafeUrl(author, state)),
    published: moment(story.published),
    ...(story.updated === undefined ? {} : { updated: moment(story.updated) }),
    ...leadOf(story, state),
    body: drawBody(state, settings.audience === 'public' ? undefined : closedBlocks(article)),
    corrections: story.corrections.map(({ date, type, text }) => ({
      date: formatDay(date, story.language, publication.timezone),
      type,
      label: words.correctionTypes[type],
      text: toHast(text, state, 'root'),
    })),
    contributors: toHast(story.contributors ?? [], state, 'root'),
    related: story.related.map(({ title, url }) => ({ title, ...viewLink(url, state) })),
    ...(story.follow ? { follow: { text: story.follow.text, ...viewLink(story.follow.href, state) } } : {}),
    tags: story.tags,
    ...rightsOf(story),
    ...gateOf(article, settings.audience, words),
  }
}

/** What of a story a page shows, in the order in which it shows it. */
function asShown(article: Article, audience: MarkupSettings['audience']): Article {
  const story = audience === 'public' ? freePart(article) : article
  return { ...story, body: { ...story.body, children: shownBlocks(story.body.children) } }
}

function sectionOf({ section }: Article, { publication, landmarkHref }: MarkupSettings): Pick<StoryView, 'section'> {
  if (!section) return {}
  const url = landmarkHref?.(publicUrl(publication, `${section.id}/index.html`))
  return { section: { ...section, ...(url === undefined ? {} : { url }) } }
}

function leadOf({ lead }: Article, state: MarkupState): Pick<StoryView, 'lead'> {
  const [drawn] = lead ? toHast([lead], state, 'root') : []
  return drawn ? { lead: drawn } : {}
}

function withSafeUrl({ url, ...author }: Author, state: MarkupState): ViewAuthor {
  return { ...author, ...(url === undefined ? {} : viewLink(url, state)) }
}

function viewLink(url: string, state: MarkupState): ViewLink {
  const link = linkAttributes(url, state)
  return link ? { url: link.href, ...(link.rel ? { rel: link.rel } : {}) } : {}
}

function rightsOf({ rights }: Article): Pick<StoryView, 'rights'> {
  if (!rights) return {}
  const { holder, notice } = rights
  return { rights: { ...(holder === undefined ? {} : { holder }), ...(notice === undefined ? {} : { notice }) } }
}

function gateOf(article: Article, audience: MarkupSettings['audience'], words: Words): Pick<StoryView, 'gate'> {
  const { level } = article.access
  return audience === 'public' && level !== 'free' && isCut(article) ? { gate: { level, text: words.gated[level] } } : {}
}
