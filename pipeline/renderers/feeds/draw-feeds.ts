import type { Edition } from '../../ast/edition.ts'
import { publicUrl } from '../../ast/addresses.ts'
import type { EditionContext } from '../../contract/edition.ts'
import type { Artifact } from '../../contract/renderer.ts'
import { prepareLogo } from '../../markup/page/picture-files.ts'
import { feedFacts, type FeedFacts } from './feed-facts.ts'
import { feedItem, type FeedItem } from './feed-items.ts'
import type { FeedOptions } from './options.ts'
import { feedFiles, feedsOf, type FeedForm } from './plan-feeds.ts'
import { writeAtom } from './write-atom.ts'
import { writeJsonFeed } from './write-json-feed.ts'
import { writeRss } from './write-rss.ts'

const writers: Readonly<Record<FeedForm, (facts: FeedFacts) => Uint8Array>> = { rss: writeRss, atom: writeAtom, 'json-feed': writeJsonFeed }

/** Write every feed in every form. */
export async function drawFeeds(edition: Edition, context: EditionContext<FeedOptions>): Promise<Artifact[]> {
  const { publication, options } = context
  const [items, logo] = await Promise.all([Promise.all(edition.stories.map((story) => feedItem(story, context))), prepareLogo(context)])
  const bySlug = new Map(items.map((item) => [item.story.slug, item]))
  return feedsOf(edition, options).flatMap(({ section, stories }) => {
    const own = stories.map(({ slug }) => bySlug.get(slug)).filter((item): item is FeedItem => item !== undefined)
    return feedFiles(section?.id).map(({ path, mediaType, rel }) => {
      const facts = feedFacts(rel, section, own, publication, logo && publicUrl(publication, logo.asset.path))
      return { path, mediaType, bytes: writers[rel](facts) }
    })
  })
}
