import type { Edition } from '../../ast/edition.ts'
import type { Article } from '../../ast/article.ts'
import { defineRenderer, type Artifact } from '../../contract/renderer.ts'
import { pageNodes } from '../../markup/page/page-nodes.ts'
import { readAddresses, readPage } from '../../markup/page/read-page.ts'
import { drawFeeds } from './draw-feeds.ts'
import { feedCheck } from './feed-check.ts'
import { feedOptions, type FeedOptions } from './options.ts'
import { feedFiles, planFeeds } from './plan-feeds.ts'
import { asPage, feedAddresses, feedText } from './read-feed.ts'
import { showFeed } from './show-feed.ts'
import { drawText, planText, type StoryText } from './story-text.ts'

/**
 * The newest stories for those who read elsewhere: RSS, Atom and JSON Feed, of everything and of each section. What is free of a story is
 * drawn once, as a file that only the feeds read, and proved like every other.
 */
export const feeds = defineRenderer({
  name: 'feeds',
  title: 'Feeds',
  inputs: [],
  nodes: { ...pageNodes, video: 'fallback', audio: 'fallback', embed: 'fallback' },
  options: feedOptions,
  plan: (article: Article, { text }: FeedOptions) => (text === 'full' ? planText(article) : []),
  render: (article, context) => Promise.all(context.planned.map((planned) => drawText(article, planned, context))),
  checks: [],
  planEdition: (edition: Edition, options: FeedOptions) => planFeeds(edition, options),
  renderEdition: drawFeeds,
  editionChecks: [feedCheck],
  landmarks: (_publication, section) => [...feedFiles(), ...(section === undefined ? [] : feedFiles(section))],
  text: async (artifact) => (isText(artifact) ? textOf(artifact) : feedText(artifact)),
  addresses: async (artifact) => (isText(artifact) ? readAddresses(asPage(read(artifact).html)) : feedAddresses(artifact)),
  snapshot: async (artifact) => (isText(artifact) ? [{ name: 'text.html', text: `${read(artifact).html}\n` }] : showFeed(artifact)),
})

/** Whether it is the text of one story, for the feeds. */
function isText({ mediaType }: Artifact): boolean {
  return mediaType === 'application/json'
}

async function textOf(artifact: Artifact): Promise<string> {
  const { headline, html } = read(artifact)
  return `${headline}\n${await readPage(asPage(html))}`
}

function read({ bytes }: Artifact): StoryText {
  return JSON.parse(new TextDecoder().decode(bytes)) as StoryText
}
