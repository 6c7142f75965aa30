import { fromHtml } from 'hast-util-from-html'
import type { Element, Nodes } from 'hast'
import { visit } from 'unist-util-visit'

/** Elements whose content no reader of a page meets as text. */
const unread = new Set(['head', 'script', 'style', 'template', 'video', 'audio'])
/** Elements that stand in a line of text; all others keep words apart. */
const inline = new Set(['a', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'em', 'i', 'ins', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'wbr'])

/** What a reader can read on a page, in reading order: its text, and for each picture the words that stand for it. */
export function readPage(html: string): string {
  const lines = read(fromHtml(html)).split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim())
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** Where the links of a page lead, in order, as the page writes them. */
export function readAddresses(html: string): string[] {
  const addresses: string[] = []
  visit(fromHtml(html), 'element', ({ tagName, properties: { href } }) => {
    if (tagName === 'a' && typeof href === 'string') addresses.push(href)
  })
  return addresses
}

function read(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' && node.type !== 'root') return ''
  if (node.type === 'element' && unread.has(node.tagName)) return ''
  if (node.type === 'element' && node.tagName === 'img') return ` ${alternativeText(node)} `
  const words = node.children.map(read).join('')
  return node.type === 'element' && inline.has(node.tagName) ? words : `\n${words}\n`
}

function alternativeText({ properties: { alt } }: Element): string {
  return typeof alt === 'string' ? alt : ''
}
