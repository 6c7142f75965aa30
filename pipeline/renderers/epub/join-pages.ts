import type { Element } from 'hast'
import { walkElements } from '../../markup/walk-elements.ts'
import { fitElement } from './fit-element.ts'
import type { Page } from './draw-pages.ts'

/**
 * Make one book of pages that were drawn for one web page: links within the story lead to the file that holds their
 * target, links to nowhere lose their address and keep their words, and elements get what only books have. Pages are changed in place.
 */
export function joinPages(pages: readonly Page[]): readonly Page[] {
  const fileOf = new Map<string, string>()
  for (const page of pages) for (const id of idsOf(page)) if (!fileOf.has(id)) fileOf.set(id, page.name)
  for (const page of pages) {
    const own = new Set(idsOf(page))
    visitElements(page, (element) => {
      leadLink(element, own, fileOf)
      fitElement(element)
    })
  }
  return pages
}

function leadLink({ properties }: Element, own: ReadonlySet<string>, fileOf: ReadonlyMap<string, string>): void {
  const { href } = properties
  if (typeof href !== 'string' || !href.startsWith('#')) return
  const id = decode(href.slice(1))
  if (own.has(id)) return
  const file = fileOf.get(id)
  if (file === undefined) delete properties['href']
  else properties['href'] = `${file}.xhtml${href}`
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function idsOf(page: Page): string[] {
  const ids: string[] = []
  visitElements(page, ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id)
  })
  return ids
}

function visitElements({ content }: Page, on: (element: Element) => void): void {
  walkElements({ type: 'root', children: content }, on)
}
