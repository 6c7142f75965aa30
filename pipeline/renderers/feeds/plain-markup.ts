import type { Element, ElementContent, Nodes } from 'hast'
import { walk } from '../../ast/walk.ts'

/** What a feed reader may make something of. Everything else (classes, ids, roles) belongs to a page. */
const kept = new Set(['href', 'src', 'alt', 'width', 'height', 'lang', 'dir', 'dateTime', 'title', 'cite', 'start', 'value', 'scope', 'colSpan', 'rowSpan', 'rel', 'reversed', 'checked', 'disabled', 'type'])

/** Parts of a page, which readers of feeds throw away, some with all that is in them. */
const partsOfPages = new Set(['nav', 'section', 'aside', 'footer', 'header', 'article', 'address'])

/** The content of an element, made plain enough for feeds in place: no part of a page, nothing that needs a stylesheet, and each address absolute. */
export function plainMarkup(content: Element, address: string): ElementContent[] {
  walk<Nodes>(content, (node) => {
    if (node.type !== 'element') return
    makePlain(node, address)
    node.children = unwrap(node.children)
  })
  return content.children
}

function makePlain(element: Element, address: string): void {
  if (partsOfPages.has(element.tagName)) element.tagName = 'div'
  element.properties = Object.fromEntries(Object.entries(element.properties).filter(([name]) => kept.has(name)))
  const { href } = element.properties
  // Places on the page itself are named in full: a feed is read elsewhere.
  if (typeof href === 'string' && href.startsWith('#')) element.properties['href'] = address + href
}

/** Spans that say neither language nor direction are there for styles: their content stands in their place. */
function unwrap(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) => (child.type === 'element' && child.tagName === 'span' && child.properties['lang'] === undefined && child.properties['dir'] === undefined ? unwrap(child.children) : [child]))
}
