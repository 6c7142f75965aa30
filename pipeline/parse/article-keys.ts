import { accessLevels, commercialLabels, correctionTypes, statuses, tones } from '../ast/article.ts'
import type { Phrasing } from '../ast/nodes.ts'
import type { Publication } from '../ast/publication.ts'
import type { Author } from '../ast/small-types.ts'
import { type Desk, placeOf, type Reader } from '../yaml/desk.ts'
import { keysOf, type Read } from '../yaml/keys-of.ts'
import { dateTime, listOf, oneOf, readText, readWord, text, webAddress, word } from '../yaml/readers.ts'
import { slugProblem } from '../yaml/slugs.ts'
import { isBlank, type Written } from '../yaml/written.ts'
import { parseInline } from './body/parse-inline.ts'
import { sectionOf } from './slug.ts'

/** Every key of a story's front matter and how its value is read (source-format.md, "An article"). */
export function articleKeys(publication: Pick<Publication, 'sections'>) {
  return {
    headline: text,
    id: identity,
    slug: word,
    formerly: listOf(oldAddress, 'formerly: [labour/port-strike]'),
    headlines: keysOf({ social: text, seo: text, print: text }),
    standfirst: markdown,
    kicker: text,
    section: sectionOf(publication),
    tone: oneOf(tones),
    commercial: oneOf(commercialLabels),
    byline: listOf(author, 'byline: [Ana Duarte]'),
    dateline: text,
    published: dateTime,
    updated: dateTime,
    language: word,
    direction: oneOf(['ltr', 'rtl']),
    lead: keysOf({ src: text, alt: text, caption: markdown, credit: text, copyright: text }, ['src']),
    contributors: markdown,
    related: listOf(relatedStory, 'related: [{ ref: ferry-timetable }]'),
    follow: keysOf({ text, href: word }, ['text', 'href']),
    tags: listOf(text, 'tags: [ports, labour]'),
    status: oneOf(statuses),
    embargo,
    expires: dateTime,
    corrections: listOf(
      keysOf({ date: dateTime, type: oneOf(correctionTypes), text: markdown }, ['date', 'text']),
      'corrections: [{ date: 2026-11-23T09:00:00+01:00, text: "…" }]',
    ),
    access: keysOf({ level: oneOf(accessLevels) }),
    canonical: webAddress,
    rights: keysOf({ holder: text, notice: text }),
    note: ignored,
  } satisfies Record<string, Reader<unknown>>
}

/** What the front matter of a story says, by key, each read and checked on its own. */
export type FrontMatter = Read<ReturnType<typeof articleKeys>>

/** Blank where others may be: an empty `status:` or `embargo:` must not pass for a story that is free to go. */
export const keysThatMeanSomethingBlank = ['status', 'embargo', 'expires'] as const

/** Inline Markdown. */
function markdown(value: Written, path: string, desk: Desk): Phrasing<'parsed'>[] | undefined {
  const written = readText(value, path, desk)
  return written && parseInline(written, desk)
}

/** For the desk; it goes nowhere, but its words must not be lost to YAML on the author's own screen either. */
function ignored(value: Written, path: string, desk: Desk): undefined {
  readText(value, path, desk)
}

function identity(value: Written, path: string, desk: Desk): string | undefined {
  const written = readWord(value, path, desk)
  if (written && /\s/.test(written.value)) desk.report('invalid-id', placeOf(written, desk), { found: written.value })
  return written?.value
}

function oldAddress(value: Written, path: string, desk: Desk): string | undefined {
  const written = readWord(value, path, desk)
  if (!written || isAddress(written.value)) return written?.value
  const bare = written.value.replace(/^https?:\/\/[^/]+/, '').replace(/^\/+|\/+$/g, '')
  desk.report('invalid-old-address', placeOf(written, desk), { found: written.value, suggestion: isAddress(bare) ? bare : undefined })
  return undefined
}

function isAddress(path: string): boolean {
  const [first, ...more] = path.split('/')
  return slugProblem(first ?? '') === undefined && more.every((part) => slugProblem(part) !== 'invalid')
}

const authorKeys = keysOf({ name: text, role: text, url: word, location: text }, ['name'])

/** A name, or a name with a role, a page and a place. */
function author(value: Written, path: string, desk: Desk): Author | undefined {
  if (value.kind === 'text') {
    const name = text(value, path, desk)
    return name === undefined ? undefined : { name }
  }
  const read = authorKeys(value, path, desk)
  return read?.name === undefined ? undefined : { ...read, name: read.name }
}

const relatedKeys = keysOf({ title: text, href: word, ref: word })

function relatedStory(value: Written, path: string, desk: Desk): Read<{ title: Reader<string>; href: Reader<string>; ref: Reader<string> }> | undefined {
  const read = relatedKeys(value, path, desk)
  if (!read || value.kind !== 'map') return undefined
  const has = (key: string) => value.entries.some((entry) => entry.key === key && !isBlank(entry.value))
  const isWhole = has('ref') ? !has('href') : has('href') && has('title')
  if (isWhole) return read
  const found = value.entries.filter((entry) => has(entry.key)).map(({ key }) => key)
  desk.report('related-without-target', placeOf(value, desk), { found: found.length === 0 ? 'none of them' : `only ${found.join(' and ')}`.replace('only ref and', 'both ref and') })
  return undefined
}

const embargoKeys = keysOf({ until: dateTime, note: ignored })

/** Nothing behind `embargo:` is an embargo that never lifts. */
function embargo(value: Written, path: string, desk: Desk): { until?: string } | undefined {
  if (isBlank(value)) return {}
  const read = embargoKeys(value, path, desk)
  return read && (read.until === undefined ? {} : { until: read.until })
}
