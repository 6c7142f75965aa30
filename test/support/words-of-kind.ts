import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Article } from '../../pipeline/ast/article.ts'
import type { NodeType } from '../../pipeline/ast/node-kinds.ts'
import type { AnyNode } from '../../pipeline/ast/nodes.ts'
import type { Answer } from '../../pipeline/contract/renderer.ts'

/** Every node of one kind in a story: its lead picture, its prose and its body. */
export function nodesOfKind(article: Article, kind: NodeType): AnyNode[] {
  const found: AnyNode[] = []
  const { standfirst = [], lead, contributors = [], corrections, body } = article
  const inline = [...standfirst, ...contributors, ...corrections.flatMap(({ text }) => text)]
  for (const tree of [...inline, ...(lead ? [lead] : []), body]) {
    visit(tree as AnyNode, kind, (node: AnyNode) => {
      found.push(node)
    })
  }
  return found
}

/** The pieces of text that a reader must find where this node is drawn, or where something stands for it. */
export function wordsOfNode(node: AnyNode, answer: Answer, withAlternativeTexts: boolean): string[] {
  return [...ownWords(node, withAlternativeTexts), ...(answer === 'fallback' ? address(node) : [])].filter((words) => words !== undefined && words !== '')
}

function ownWords(node: AnyNode, withAlternativeTexts: boolean): string[] {
  const alt = withAlternativeTexts && 'alt' in node ? [node.alt] : []
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return [node.value]
    case 'image':
      return alt
    case 'figure':
      return [...alt, ...present(node.credit, node.copyright), ...leaves(node)]
    case 'video':
    case 'audio':
      return [...present(node.title, node.credit), ...leaves(node)]
    case 'pullQuote':
      return [node.text, ...present(node.by)]
    default:
      return leaves(node)
  }
}

/** Text nodes one by one: what stands between them (a note's number, a cell's border) is the format's own. */
function leaves(node: AnyNode): string[] {
  const found: string[] = []
  visit(node, ['text', 'inlineCode', 'code'], (leaf) => {
    found.push(toString(leaf))
  })
  return found
}

/** Where the reader is sent for what cannot be played. */
function address(node: AnyNode): string[] {
  if (node.type === 'embed') return [node.url]
  if ((node.type === 'video' || node.type === 'audio') && node.src.startsWith('https:')) return [node.src]
  return []
}

/** What stands above and below the body and must be in every format that carries text. */
export function headWords(article: Article): string[] {
  const inline = [...(article.standfirst ?? []), ...(article.contributors ?? []), ...article.corrections.flatMap(({ text }) => text)]
  return [
    article.headline,
    ...inline.flatMap((node) => leaves(node)),
    ...article.byline.flatMap(({ name, role, location }) => [name, ...present(role, location)]),
    ...article.related.map(({ title }) => title),
    ...present(article.kicker, article.dateline, article.follow?.text, article.rights?.holder, article.rights?.notice),
  ]
}

function present(...values: (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined)
}
