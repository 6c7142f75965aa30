import { accessLevels, correctionTypes } from '../ast/article.ts'
import type { Phrasing } from '../ast/nodes.ts'
import type { Author } from '../ast/small-types.ts'
import { formed, type FormedReader, key } from '../yaml/described.ts'
import { placeOf } from '../yaml/desk.ts'
import { keysOf, type Read } from '../yaml/keys-of.ts'
import { dateTime, listOf, oneOf, readText, readWord, text, word } from '../yaml/readers.ts'
import { slugProblem } from '../yaml/slugs.ts'
import { isBlank } from '../yaml/written.ts'
import { parseInline } from './body/parse-inline.ts'

/** Inline Markdown. */
export const markdown: FormedReader<Phrasing<'parsed'>[]> = formed('text with Markdown’s emphasis and links', (value, path, desk) => {
  const written = readText(value, path, desk)
  return written && parseInline(written, desk)
})

/** For the desk; it goes nowhere, but its words must not be lost to YAML on the author's own screen either. */
export const ignored: FormedReader<undefined> = formed('text', (value, path, desk) => {
  readText(value, path, desk)
  return undefined
})

/** What a feed reader knows a story by. */
export const identity: FormedReader<string> = formed('a word without spaces', (value, path, desk) => {
  const written = readWord(value, path, desk)
  if (written && /\s/.test(written.value)) desk.report('invalid-id', placeOf(written, desk), { found: written.value })
  return written?.value
})

const oldAddress: FormedReader<string> = formed('an address below the publication’s, as `labour/port-strike`', (value, path, desk) => {
  const written = readWord(value, path, desk)
  if (!written || isAddress(written.value)) return written?.value
  const bare = written.value.replace(/^https?:\/\/[^/]+/, '').replace(/^\/+|\/+$/g, '')
  desk.report('invalid-old-address', placeOf(written, desk), { found: written.value, suggestion: isAddress(bare) ? bare : undefined })
  return undefined
})

/** Addresses at which the story stood before. */
export const formerly = listOf(oldAddress, 'formerly: [labour/port-strike]')

function isAddress(path: string): boolean {
  const [first, ...more] = path.split('/')
  return slugProblem(first ?? '') === undefined && more.every((part) => slugProblem(part) !== 'invalid')
}

/** Headlines by channel. */
export const headlines = keysOf({
  social: key('On social cards and in links that are shared.', text, { unwritten: '`headline`' }),
  seo: key('In search engines and the browser’s title bar.', text, { unwritten: '`headline`' }),
  print: key('On paper.', text, { unwritten: '`headline`' }),
})

/** The picture at the top. */
export const lead = keysOf({
  src: key('The picture: a JPEG, PNG, WebP, AVIF or SVG.', formed('a path from the story’s file, or from `source/` with a / in front', text)),
  alt: key('What the picture shows, for those who cannot see it.', text, { required: 'unless the picture’s own data have it' }),
  caption: key('The line below it.', markdown),
  credit: key('Who made it.', text),
  copyright: key('Whose it is.', text),
}, ['src'])

/** The link below the story. */
export const follow = keysOf({ text: key('What the link says.', text), href: key('Where it leads.', formed('an address', word)) }, ['text', 'href'])

const correction = keysOf({
  date: key('When the correction was made.', dateTime),
  type: key('What it is to readers.', oneOf(correctionTypes), { unwritten: 'correction' }),
  text: key('What was wrong, and what is right.', markdown),
}, ['date', 'text'])

/** What has been put right. */
export const corrections = listOf(correction, 'corrections: [{ date: 2026-11-23T09:00:00+01:00, text: "…" }]')

/** Who may read all of it. */
export const access = keysOf({ level: key('`metered`: the rest is for those who register or subscribe. `subscriber`: for those who subscribe.', oneOf(accessLevels), { unwritten: 'free' }) })

/** Whose the story is. */
export const rights = keysOf({ holder: key('Who holds the rights.', text), notice: key('What may be done with it.', text) })

const authorKeys = keysOf({
  name: key('The name.', text),
  role: key('What they are to the newspaper.', text),
  url: key('A page about them.', formed('an address', word)),
  location: key('Where they reported from.', text),
}, ['name'])

/** A name, or a name with a role, a page and a place. */
const author: FormedReader<Author> = formed({ ...authorKeys.form, words: 'a name, or keys and values' }, (value, path, desk) => {
  if (value.kind === 'text') {
    const name = text(value, path, desk)
    return name === undefined ? undefined : { name }
  }
  const read = authorKeys(value, path, desk)
  return read?.name === undefined ? undefined : { ...read, name: read.name }
})

/** Who reported the story. */
export const byline = listOf(author, 'byline: [Ana Duarte]')

const relatedShape = {
  title: key('What the link says.', text, { unwritten: 'the headline behind `ref`' }),
  href: key('The address of a page elsewhere.', formed('an address', word)),
  ref: key('The slug of another story. Its headline and address are looked up.', formed('a slug', word)),
}
const relatedKeys = keysOf(relatedShape)

const relatedStory: FormedReader<Read<typeof relatedShape>> = formed(relatedKeys.form, (value, path, desk) => {
  const read = relatedKeys(value, path, desk)
  if (!read || value.kind !== 'map') return undefined
  const has = (name: string) => value.entries.some((entry) => entry.key === name && !isBlank(entry.value))
  const isWhole = has('ref') ? !has('href') : has('href') && has('title')
  if (isWhole) return read
  const found = value.entries.filter((entry) => has(entry.key)).map((entry) => entry.key)
  desk.report('related-without-target', placeOf(value, desk), { found: found.length === 0 ? 'none of them' : `only ${found.join(' and ')}`.replace('only ref and', 'both ref and') })
  return undefined
})

/** Stories to read next. */
export const related = listOf(relatedStory, 'related: [{ ref: ferry-timetable }]')

const embargoKeys = keysOf({
  until: key('When it lifts.', dateTime, { unwritten: 'never' }),
  note: key('Why, for the desk. It reaches no reader.', ignored),
})

/** Nothing behind `embargo:` is an embargo that never lifts. */
export const embargo: FormedReader<{ until?: string }> = formed(embargoKeys.form, (value, path, desk) => {
  if (isBlank(value)) return {}
  const read = embargoKeys(value, path, desk)
  return read && (read.until === undefined ? {} : { until: read.until })
})
