import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Article } from '../ast/article.ts'
import { descendants } from '../ast/descendants.ts'
import type { Position } from '../ast/small-types.ts'
import type { Place } from '../contract/diagnostic.ts'

/** A place in a page; line and column count from 1. */
export interface PagePlace {
  line: number
  column: number
}

/**
 * Where in its file a story has what stands at a place of its page: the block whose id the innermost element around that place
 * carries. What belongs to no block (the head, the masthead) is the file's as a whole.
 */
export function sourcePlace(article: Article, html: string, { line, column }: PagePlace): Place {
  const blocks = new Map<string, Position>()
  for (const node of descendants(article.body)) if ('id' in node && node.position) blocks.set(node.id, node.position)
  const around = elementsAround(fromHtml(html), { line, column })
  const position = around.map(({ properties: { id } }) => blocks.get(String(id))).findLast((found) => found !== undefined)
  return position ? { file: article.source, line: position.start.line, column: position.start.column } : { file: article.source }
}

function elementsAround(node: Nodes, place: PagePlace): Element[] {
  if (!('children' in node)) return []
  const child = node.children.find((one) => covers(one, place))
  if (child?.type !== 'element') return []
  return [child, ...elementsAround(child, place)]
}

function covers({ position }: Nodes, place: PagePlace): boolean {
  return position !== undefined && !isBefore(place, position.start) && isBefore(place, position.end)
}

function isBefore(a: PagePlace, b: PagePlace): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}
