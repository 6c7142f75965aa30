import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'

/** Reading systems look for `epub:type`, assistive technology for `role`: what has the one gets the other (EPUB SSV 1.1, DPUB-ARIA 1.1). */
const epubTypes: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-backlink': 'backlink',
  'doc-endnotes': 'endnotes',
  'doc-footnote': 'footnote',
}

/** Give an element of a web page what it needs in a book. The element is changed in place. */
export function fitElement(element: Element): void {
  markFootnote(element)
  freeTable(element)
  turnAddress(element)
  joinToText(element)
  const type = epubTypes[String(element.properties['role'])]
  if (type !== undefined) element.properties['epub:type'] = type
}

/** Each note becomes one element by which a reading system can show it in a window of its own; `li` may not have the role itself. */
function markFootnote({ tagName, properties, children }: Element): void {
  if (tagName !== 'section' || properties['role'] !== 'doc-endnotes') return
  const lists = children.filter((child) => child.type === 'element' && child.tagName === 'ol')
  for (const note of lists.flatMap((list) => ('children' in list ? list.children : []))) {
    if (note.type !== 'element') continue
    const { id, ...others } = note.properties
    note.children = [{ type: 'element', tagName: 'div', properties: { id, role: 'doc-footnote' }, children: note.children }]
    note.properties = others
  }
}

/** Pages of a book do not scroll sideways, so there is no frame that the keyboard must reach. */
function freeTable({ properties }: Element): void {
  if (!Array.isArray(properties['className']) || !properties['className'].includes('table-scroll')) return
  delete properties['tabIndex']
  delete properties['role']
  delete properties['ariaLabel']
}

/** A printed address reads from left to right in every language; style sheets of books may not say so (EPUB 3.3, 6.3.1.3). */
function turnAddress(element: Element): void {
  const { tagName, properties } = element
  if (tagName === 'a' && properties['href'] === toString(element)) properties['dir'] = 'ltr'
}

/** A nameless aside is a landmark in a book, where no article stands around it, and two of one name cannot be told apart: a link to another story is none. */
function joinToText(element: Element): void {
  const { className } = element.properties
  if (element.tagName === 'aside' && Array.isArray(className) && className.includes('related')) element.tagName = 'div'
}
