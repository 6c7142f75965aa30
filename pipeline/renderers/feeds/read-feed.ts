import { toString } from 'hast-util-to-string'
import type { Artifact } from '../../contract/renderer.ts'
import { pageTree } from '../../markup/page/page-tree.ts'
import { readAddresses, readPage } from '../../markup/page/read-page.ts'
import { elementsBelow, readXml, type XmlElement } from '../../tools/xml/read-xml.ts'

/** One story as a reader of a feed finds it. Absent is what the feed does not say. */
export interface ReadItem {
  id?: string
  title?: string
  link?: string
  summary?: string
  html?: string
  published?: string
  updated?: string
  categories: string[]
}

/** The stories of a feed in any of its forms; what cannot be read has none. */
export function readItems({ mediaType, bytes }: Artifact): ReadItem[] {
  const text = new TextDecoder().decode(bytes)
  if (mediaType === 'application/feed+json') return readJsonItems(text)
  const { root } = readXml(text)
  return mediaType === 'application/atom+xml' ? elementsBelow(root, 'entry').map(readEntry) : elementsBelow(root, 'item').map(readRssItem)
}

/** What can be read in a feed: titles, categories, summaries and texts. */
export async function feedText(artifact: Artifact): Promise<string> {
  const parts = await Promise.all(readItems(artifact).map(async ({ title, summary, html, categories }) => [title, ...categories, summary, html === undefined ? undefined : await readPage(asPage(html))]))
  return parts.flat().filter((part) => part !== undefined).join('\n')
}

/** Where the links of a feed lead: to each story, and from its text. */
export async function feedAddresses(artifact: Artifact): Promise<string[]> {
  const links = await Promise.all(readItems(artifact).map(async ({ link, html }) => [...(link === undefined ? [] : [link]), ...(html === undefined ? [] : await readAddresses(asPage(html)))]))
  return links.flat()
}

/** HTML of a feed as a page of its own. */
export function asPage(html: string): Artifact {
  return { path: '', mediaType: 'text/html', bytes: new TextEncoder().encode(`<!doctype html><body>${html}`) }
}

/** The words of the first element of a name directly inside of another. */
export function wordsIn(element: XmlElement, name: string): string | undefined {
  const found = childrenOf(element, name)[0]
  return found && found.children.map((child) => (typeof child === 'string' ? child : '')).join('')
}

/** The elements of a name directly inside of another. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)
}

function readRssItem(item: XmlElement): ReadItem {
  const categories = childrenOf(item, 'category').map((category) => category.children.join(''))
  const { summary, ...read } = named(item, { id: 'guid', title: 'title', link: 'link', summary: 'description', html: 'content:encoded', published: 'pubDate', updated: 'atom:updated' })
  // RSS has markup there, which a summary of ours has none of.
  return { ...read, ...(summary === undefined ? {} : { summary: toString(pageTree(asPage(summary).bytes)) }), categories }
}

function readEntry(entry: XmlElement): ReadItem {
  const link = childrenOf(entry, 'link').find(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')?.attributes['href']
  const categories = childrenOf(entry, 'category').map(({ attributes: { label, term = '' } }) => label ?? term)
  return { ...named(entry, { id: 'id', title: 'title', summary: 'summary', html: 'content', published: 'published', updated: 'updated' }), ...(link === undefined ? {} : { link }), categories }
}

function named(element: XmlElement, names: Partial<Record<Exclude<keyof ReadItem, 'categories'>, string>>): Partial<ReadItem> {
  const found = Object.entries(names).map(([key, name]) => [key, wordsIn(element, name)] as const)
  return Object.fromEntries(found.filter(([, words]) => words !== undefined))
}

interface JsonItem extends Partial<Record<'id' | 'title' | 'url' | 'summary' | 'content_html' | 'date_published' | 'date_modified', string>> {
  tags?: string[]
}

function readJsonItems(text: string): ReadItem[] {
  const { items = [] } = parse(text) as { items?: JsonItem[] }
  return items.map(({ id, title, url, summary, content_html: html, date_published: published, date_modified: updated, tags = [] }) => {
    const all = Object.entries({ id, title, link: url, summary, html, published, updated }).filter(([, value]) => typeof value === 'string')
    return { ...(Object.fromEntries(all) as Partial<ReadItem>), categories: tags }
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
