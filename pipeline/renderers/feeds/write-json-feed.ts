import { safeAddress } from '../../ast/safe-address.ts'
import type { FeedFacts } from './feed-facts.ts'
import type { FeedItem } from './feed-items.ts'

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). What it has no word for is in the extension `_newsroom`. */
export function writeJsonFeed({ title, description, home, self, publication, logo, items }: FeedFacts): Uint8Array {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    ...(logo === undefined ? {} : { icon: logo }),
    authors: [{ name: publication.name, url: `${publication.url}/` }],
    language: publication.language,
    items: items.map(item),
  }
  return new TextEncoder().encode(`${JSON.stringify(feed, null, 1)}\n`)
}

function item({ story, id, title, label, updated, html, image }: FeedItem): Record<string, unknown> {
  const { url, published, byline, section, tags, standfirst, language, kicker, corrections, access } = story
  const all = [...new Set([...(label ? [label.text] : []), ...(section ? [section.name] : []), ...tags])]
  const newsroom = {
    ...(label ? { label: label.kind } : {}),
    ...(kicker === undefined ? {} : { kicker }),
    ...(access === 'free' ? {} : { access }),
    ...(corrections.length > 0 ? { corrections } : {}),
  }
  return {
    id,
    url,
    title,
    // An item has one content or the other (“Items”); without a text and a standfirst, the headline is all there is to read.
    ...(html === undefined ? { content_text: standfirst ?? story.headline } : { content_html: html }),
    ...(standfirst === undefined ? {} : { summary: standfirst }),
    ...(image ? { image: image.url } : {}),
    date_published: published,
    date_modified: updated,
    ...(byline.length > 0 ? { authors: byline.map(({ name, url: address }) => ({ name, ...(address === undefined || safeAddress(address) === undefined ? {} : { url: safeAddress(address) }) })) } : {}),
    ...(all.length > 0 ? { tags: all } : {}),
    language,
    ...(Object.keys(newsroom).length > 0 ? { _newsroom: newsroom } : {}),
  }
}
