import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import type { StoryView } from '../../ast/story-view.ts'
import { walkElements } from '../../markup/walk-elements.ts'
import type { Page } from './draw-pages.ts'

/** An entry of the table of contents. */
export interface ContentsEntry {
  text: string
  href: string
  entries: ContentsEntry[]
}

/** A place that reading systems offer by its kind. */
export interface Landmark {
  type: 'cover' | 'titlepage' | 'toc' | 'bodymatter'
  href: string
  text: string
}

/** The table of contents: the text with its headings, then what follows it. The pages before it are landmarks only. */
export function contentsOf(pages: readonly Page[]): ContentsEntry[] {
  const listed = pages.filter(({ matter }) => matter !== 'frontmatter')
  return listed.map((page) => ({ text: page.title, href: `${page.name}.xhtml`, entries: page.matter === 'bodymatter' ? headingsOf(page) : [] }))
}

/** Where reading systems jump to on their own. */
export function landmarksOf(pages: readonly Page[], { words, headline, publication }: StoryView): Landmark[] {
  return [
    ...(pages.some(({ name }) => name === 'cover') ? [{ type: 'cover', href: 'cover.xhtml', text: words.cover } as const] : []),
    { type: 'titlepage', href: 'title.xhtml', text: publication.name },
    { type: 'toc', href: 'toc.xhtml', text: words.contents },
    { type: 'bodymatter', href: 'text.xhtml', text: headline },
  ]
}

/** Headings with an id, those of lower levels below those of higher ones. */
function headingsOf({ name, content }: Page): ContentsEntry[] {
  const top: ContentsEntry[] = []
  const open: { level: number; entries: ContentsEntry[] }[] = [{ level: 1, entries: top }]
  walkElements({ type: 'root', children: content }, (element) => {
    const level = levelOf(element)
    const { id } = element.properties
    if (level === undefined || level === 1 || typeof id !== 'string') return
    while ((open.at(-1)?.level ?? 1) >= level && open.length > 1) open.pop()
    const entry = { text: toString(element).replace(/\s+/g, ' ').trim(), href: `${name}.xhtml#${encodeURIComponent(id)}`, entries: [] }
    if (entry.text === '') return
    open.at(-1)?.entries.push(entry)
    open.push({ level, entries: entry.entries })
  })
  return top
}

function levelOf({ tagName }: Element): number | undefined {
  const digit = /^h([1-6])$/.exec(tagName)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

/** How many levels deep a table of contents goes; 1 where nothing is nested. */
export function depthOf(entries: readonly ContentsEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depthOf(entry.entries)))
}
