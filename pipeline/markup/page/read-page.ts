import type { Element, Nodes } from 'hast'
import type { Artifact } from '../../contract/renderer.ts'
import { inlineElements } from '../inline-elements.ts'
import { pageTree } from './page-tree.ts'

/** Elements whose content no reader of a page meets as text. */
const unread = new Set(['head', 'script', 'style', 'template', 'video', 'audio'])

/** What a reader can read on a page, in reading order: its text, and for each picture the words that stand for it. */
export async function readPage({ bytes }: Artifact): Promise<string> {
  const lines = read(pageTree(bytes)).split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim())
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** Where the links of a page lead that a reader can follow, in order, as the page writes them. */
export async function readAddresses({ bytes }: Artifact): Promise<string[]> {
  return addressesIn(pageTree(bytes))
}

function addressesIn(node: Nodes): string[] {
  if (!('children' in node) || isUnread(node)) return []
  const below = node.children.flatMap(addressesIn)
  const { tagName, properties: { href } } = node.type === 'element' ? node : { tagName: '', properties: {} }
  return tagName === 'a' && typeof href === 'string' ? [href, ...below] : below
}

function read(node: Nodes): string {
  if (node.type === 'text') return node.value
  if ((node.type !== 'element' && node.type !== 'root') || isUnread(node)) return ''
  if (node.type === 'element' && node.tagName === 'img') return ` ${alternativeText(node)} `
  const words = node.children.map(read).join('')
  return node.type === 'element' && inlineElements.has(node.tagName) ? words : `\n${words}\n`
}

/** Of content that no reader meets, or only who looks for it (`hidden="until-found"`). */
function isUnread(node: Nodes): boolean {
  if (node.type !== 'element') return false
  const { hidden } = node.properties
  return unread.has(node.tagName) || (hidden !== undefined && hidden !== null && hidden !== false)
}

function alternativeText({ properties: { alt } }: Element): string {
  return typeof alt === 'string' ? alt : ''
}
