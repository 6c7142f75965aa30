import { lastChanged, type EditionStory } from '../../ast/edition.ts'
import type { EditionSubject } from '../../contract/check.ts'
import { pageTree } from '../../markup/page/page-tree.ts'
import { walk } from '../../ast/walk.ts'
import type { Nodes } from 'hast'
import { toString } from 'hast-util-to-string'
import { idOf, titleOf } from './feed-items.ts'
import { asPage, readItems, type ReadItem } from './read-feed.ts'
import { rfc822 } from './rfc-822.ts'

/** What a feed, in any of its forms, says differently from its stories: which they are, in which order, who they are and when they changed. */
export function storyFaults({ artifact, planned: { shows, rel }, edition: { publication, stories } }: EditionSubject): string[] {
  const bySlug = new Map(stories.map((story) => [story.slug, story]))
  const expected = shows.map(({ slug }) => bySlug.get(slug)).filter((story): story is EditionStory => story !== undefined)
  const items = readItems(artifact)
  if (items.length !== expected.length) return [`it has ${items.length} items, and ${expected.length} stories are to be in it`]
  return expected.flatMap((story, index) => faultsOf(items[index] ?? { categories: [] }, story, rel === 'rss', publication.url))
}

function faultsOf(item: ReadItem, story: EditionStory, isRss: boolean, home: string): string[] {
  const wanted: Partial<ReadItem> = {
    id: idOf(story, home), title: titleOf(story), link: story.url, published: isRss ? rfc822(story.published) : story.published, updated: lastChanged(story),
    ...(story.standfirst === undefined ? {} : { summary: story.standfirst }),
  }
  const differences = Object.entries(wanted).flatMap(([key, value]) => {
    const found = item[key as keyof ReadItem]
    return found === value ? [] : [`${key} of "${story.slug}" is ${found === undefined ? 'not there' : `"${String(found)}"`}, expected "${String(value)}"`]
  })
  const lost = lostCorrections(story, item.html ?? '').map(({ date }) => `the text of "${story.slug}" lacks the correction of ${date}`)
  return [...differences, ...lost, ...addressFaults(item.html ?? '').map((address) => `the text of "${story.slug}" has the address "${address}", which leads nowhere from a feed`)]
}

/** Corrections that are not told where a reader of the feed finds them: in the text of the story. */
function lostCorrections({ corrections }: EditionStory, html: string): EditionStory['corrections'] {
  if (corrections.length === 0) return []
  const words = letters(toString(pageTree(asPage(html).bytes)))
  return corrections.filter(({ text }) => !words.includes(letters(text)))
}

function letters(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Addresses of links and pictures that are not absolute: a feed is read elsewhere. */
function addressFaults(html: string): string[] {
  const found: string[] = []
  walk<Nodes>(pageTree(asPage(html).bytes), (node) => {
    if (node.type !== 'element') return
    for (const address of [node.properties['href'], node.properties['src']]) if (typeof address === 'string' && !/^(https?:\/\/|mailto:|tel:)/i.test(address)) found.push(address)
  })
  return found
}
