import * as z from 'zod'
import { publicUrl } from '../../ast/addresses.ts'
import { correctionTypes, accessLevels } from '../../ast/article.ts'
import { DateTime } from '../../ast/small-types.ts'
import type { EditionSubject } from '../../contract/check.ts'
import { repeated } from './feed-rules.ts'

const url = z.url({ protocol: /^(https?|mailto|tel)$/ })
const webUrl = z.url({ protocol: /^https?$/ })
const words = z.string().min(1)
const author = z.strictObject({ name: words, url: url.optional() })

const item = z.strictObject({
  id: words, url: webUrl, title: words,
  content_html: words.optional(), content_text: words.optional(),
  summary: words.optional(), image: webUrl.optional(),
  date_published: DateTime, date_modified: DateTime,
  authors: z.array(author).min(1).optional(), tags: z.array(words).min(1).optional(), language: words,
  _newsroom: z.strictObject({
    label: words.optional(), kicker: words.optional(), access: z.enum(accessLevels).optional(),
    corrections: z.array(z.strictObject({ date: DateTime, type: z.enum(correctionTypes), text: words })).min(1).optional(),
  }).optional(),
}).refine((one) => (one.content_html === undefined) !== (one.content_text === undefined), 'expected content_html or content_text, and not both')

const Feed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: words, home_page_url: webUrl, feed_url: webUrl, description: words.optional(), icon: webUrl.optional(),
  authors: z.array(author).min(1), language: words, items: z.array(item),
})

/** What in a file is against JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), where ours uses it. */
export function jsonFeedFaults(text: string, { planned: { path }, publication }: Pick<EditionSubject, 'planned' | 'publication'>): string[] {
  const feed = Feed.safeParse(parse(text))
  if (!feed.success) return feed.error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`)
  return [
    ...(feed.data.feed_url === publicUrl(publication, path) ? [] : ['feed_url does not lead to the feed itself']),
    ...repeated(feed.data.items.map(({ id }) => id)).map((id) => `the id "${id}" is given twice`),
  ]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
