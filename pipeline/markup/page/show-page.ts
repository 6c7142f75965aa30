import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'

/** Elements that stand in the line of the text around them; all others begin a line of their own. */
const inline = new Set([
  'a', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'del', 'em', 'i', 'input', 'ins', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'wbr',
])

/** What a reviewer reads of a page: body and head with one element a line, and the structured data. */
export function showPage(html: string): { name: string; text: string }[] {
  const tree = fromHtml(withoutHashes(html))
  const head = find(tree, ({ tagName }) => tagName === 'head')
  const body = find(tree, ({ tagName }) => tagName === 'body')
  const data = find(tree, ({ properties }) => properties['type'] === 'application/ld+json')
  const headLines = (head?.children ?? []).filter((node) => node !== data).map((node) => show(withoutRules(node), 0))
  return [
    { name: 'body.html', text: `${body ? show(body, 0) : ''}\n` },
    { name: 'head.html', text: `${headLines.filter((line) => line !== '').join('\n')}\n` },
    { name: 'json-ld.json', text: `${JSON.stringify(JSON.parse(textOf(data)), null, 2)}\n` },
  ]
}

/** Hashes of pictures differ between versions of the library that cuts them, and say nothing to a reviewer. */
function withoutHashes(html: string): string {
  return html.replace(/(assets\/[^"\s)]*?)-[0-9a-f]{12}\./g, '$1.')
}

/** Styles are read in their own files. */
function withoutRules(node: Nodes): Nodes {
  return node.type === 'element' && node.tagName === 'style' ? { ...node, children: [] } : node
}

function show(node: Nodes, depth: number): string {
  const indent = '  '.repeat(depth)
  if (!isBlock(node)) return node.type === 'text' && node.value.trim() === '' ? '' : indent + toHtml(node)
  // A paragraph is one line of prose, though a picture stands in it.
  if (node.tagName === 'pre' || node.tagName === 'p' || !node.children.some(isBlock)) return indent + toHtml(node)
  const [open = '', close = ''] = toHtml({ ...node, children: [{ type: 'text', value: '\u0000' }] }).split('\u0000')
  return [indent + open, ...node.children.map((child) => show(child, depth + 1)).filter(Boolean), indent + close].join('\n')
}

function isBlock(node: Nodes): node is Element {
  return node.type === 'element' && !inline.has(node.tagName)
}

function textOf(element: Element | undefined): string {
  const [text] = element?.children ?? []
  return text?.type === 'text' ? text.value : 'null'
}

function find(node: Nodes, matches: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && matches(node)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = find(child, matches)
    if (found) return found
  }
  return undefined
}
