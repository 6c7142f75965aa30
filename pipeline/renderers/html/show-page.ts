import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { SnapshotFile } from '../../contract/renderer.ts'

/** Elements that begin a line of their own in the snapshot; the others stand in the line of the text around them. */
const blocks = new Set([
  'html', 'head', 'body', 'header', 'main', 'footer', 'article', 'section', 'aside', 'nav', 'address', 'div', 'p', 'figure', 'figcaption',
  'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'picture', 'source', 'img', 'video',
  'audio', 'track', 'hr', 'pre', 'title', 'meta', 'link',
])

/** What a reviewer reads of a page: its body and its head with one element a line, and its structured data. */
export function showPage(html: string): SnapshotFile[] {
  const tree = fromHtml(withoutHashes(html))
  const [head, body, data] = [find(tree, 'head'), find(tree, 'body'), find(tree, 'script')]
  const json = data?.children[0]?.type === 'text' ? data.children[0].value : 'null'
  return [
    { name: 'body.html', text: `${body ? show(body, 0) : ''}\n` },
    { name: 'head.html', text: `${(head?.children ?? []).filter((node) => node !== data).map((node) => show(node, 0)).filter(Boolean).join('\n')}\n` },
    { name: 'json-ld.json', text: `${JSON.stringify(JSON.parse(json), null, 2)}\n` },
  ]
}

/** Hashes of pictures differ between versions of the library that cuts them, and say nothing to a reviewer. */
function withoutHashes(html: string): string {
  return html.replace(/(assets\/[^"\s]*?)-[0-9a-f]{12}\./g, '$1.')
}

function show(node: Nodes, depth: number): string {
  const indent = '  '.repeat(depth)
  if (node.type !== 'element' || !blocks.has(node.tagName)) return node.type === 'text' && node.value.trim() === '' ? '' : indent + toHtml(node)
  if (node.tagName === 'pre' || !node.children.some(isBlock)) return indent + toHtml(node)
  const [open = '', close = ''] = toHtml({ ...node, children: [{ type: 'text', value: '\u0000' }] }).split('\u0000')
  return [indent + open, ...node.children.map((child) => show(child, depth + 1)).filter(Boolean), indent + close].join('\n')
}

function isBlock(node: Nodes): boolean {
  return node.type === 'element' && blocks.has(node.tagName)
}

function find(node: Nodes, tagName: string): Element | undefined {
  if (node.type === 'element' && node.tagName === tagName) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = find(child, tagName)
    if (found) return found
  }
  return undefined
}
