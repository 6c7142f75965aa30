import type { Element, Nodes } from 'hast'
import type { Artifact } from '../../contract/renderer.ts'
import { walkElements } from '../walk-elements.ts'
import { pageTree } from './page-tree.ts'

/** Elements whose content no reader of a page meets as text. */
const unread = new Set(['head', 'script', 'style', 'template', 'video', 'audio'])
/** Elements that stand in a line of text; all others keep words apart. */
const inline = new Set(['a', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'em', 'i', 'ins', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'wbr'])

/** What a reader can read on a page, in reading order: its text, and for each picture the words that stand for it. */
export async function readPage({ bytes }: Artifact): Promise<string> {
  const lines = read(pageTree(bytes)).split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim())
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** Where the links of a page lead, in order, as the page writes them. */
export async function readAddresses({ bytes }: Artifact): Promise<string[]> {
  const addresses: string[] = []
  walkElements(pageTree(bytes), ({ tagName, properties: { href } }) => {
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
