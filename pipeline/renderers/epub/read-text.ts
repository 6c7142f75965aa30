import type { Artifact } from '../../contract/renderer.ts'
import { inlineElements } from '../../markup/inline-elements.ts'
import { openBook } from './open-book.ts'
import { elementsBelow, type XmlElement } from '../../tools/xml/read-xml.ts'

/** All that can be read in a book, page after page, with the words that stand for its pictures; a line for each block. */
export async function readText({ bytes }: Artifact): Promise<string> {
  const { xml, readingOrder } = openBook(bytes)
  const pages = readingOrder.map((path) => {
    const [body] = elementsBelow(xml(path).root, 'body')
    return body ? wordsOf(body) : ''
  })
  return pages.join('\n').replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\s]*/g, '\n').trim()
}

/** Where the links of a book's pages lead, in reading order, as the pages write them. */
export async function readBookAddresses({ bytes }: Artifact): Promise<string[]> {
  const { xml, readingOrder } = openBook(bytes)
  const links = readingOrder.flatMap((path) => elementsBelow(xml(path).root, 'a'))
  return links.flatMap(({ attributes: { href } }) => href ?? [])
}

function wordsOf({ name, attributes, children }: XmlElement): string {
  if ('hidden' in attributes) return ''
  if (name === 'img') return ` ${attributes['alt'] ?? ''} `
  const words = children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('')
  return inlineElements.has(name) ? words : `\n${words}\n`
}
