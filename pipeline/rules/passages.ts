import type { UnfinishedArticle } from '../ast/article.ts'
import { descendants } from '../ast/descendants.ts'
import { nodeKinds } from '../ast/node-kinds.ts'
import type { AnyNode, Phrasing } from '../ast/nodes.ts'
import type { Position } from '../ast/small-types.ts'
import type { At } from './story-rule.ts'

/** One run of prose: a headline, a paragraph, a caption, a cell. */
export interface Passage {
  /** A front matter key, or the kind of the node that holds it: `headline`, `standfirst`, `paragraph`, `figure`. */
  kind: string
  /** Its words. Code is stood in for by as many U+FFFC, so that nobody corrects it; marks of footnotes are left out. */
  text: string
  /** Where a character of the text stands in the file, as well as that is known: by line, and by column where no escape is in the way. */
  placeAt(index: number): At
}

/** Stands in for a character of code. */
export const standIn = '\uFFFC'

/**
 * The prose that a story’s author wrote, in reading order: headline, standfirst, lead caption, body, corrections, contributors. A link to
 * another story bears the words of that one, and is not among them.
 */
export function passagesOf(story: UnfinishedArticle): Passage[] {
  const { headline, standfirst, lead, body, corrections, contributors } = story
  const passages = [
    typed('headline', headline),
    ...(standfirst ? [inline('standfirst', standfirst, 'standfirst')] : []),
    ...(lead ? [inline('lead', lead.children, lead.position ? lead : 'lead.caption')] : []),
    ...[...descendants(body)].flatMap(passageOf),
    ...corrections.map(({ text }, index) => inline('correction', text, `corrections.${index}.text`)),
    ...(contributors ? [inline('contributors', contributors, 'contributors')] : []),
  ]
  return passages.filter(({ text }) => text.trim() !== '')
}

function typed(kind: string, text: string, at: At = kind): Passage {
  return { kind, text, placeAt: () => at }
}

function passageOf(node: AnyNode): Passage[] {
  if (node.type === 'pullQuote') return [typed(node.type, node.text, node)]
  if (node.type === 'relatedLink' || isInline(node) || nodeKinds[node.type].children !== 'phrasing' || !('children' in node)) return []
  // The table of kinds has just said so; the compiler cannot follow that.
  return [inline(node.type, node.children as Phrasing[], node)]
}

function isInline({ type }: AnyNode): boolean {
  return type === 'emphasis' || type === 'strong' || type === 'delete' || type === 'link'
}

function inline(kind: string, nodes: readonly Phrasing[], around: At): Passage {
  const pieces = nodes.flatMap(piecesOf)
  return { kind, text: pieces.map(({ text }) => text).join(''), placeAt: (index) => placeAt(index, pieces, around) }
}

/** A stretch of a passage that stands in one place in the file. */
interface Piece {
  text: string
  position: Position | undefined
}

function piecesOf(node: Phrasing): Piece[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value, position: node.position }]
    case 'inlineCode':
      return [{ text: standIn.repeat(node.value.length), position: node.position }]
    case 'break':
      return [{ text: '\n', position: node.position }]
    case 'image':
    case 'footnoteReference':
      return []
    default:
      return node.children.flatMap(piecesOf)
  }
}

function placeAt(index: number, pieces: readonly Piece[], around: At): At {
  let before = 0
  for (const piece of pieces) {
    if (index < before + piece.text.length) return placeInPiece(index - before, piece, around)
    before += piece.text.length
  }
  return around
}

function placeInPiece(index: number, { text, position }: Piece, around: At): At {
  if (position === undefined) return around
  const { start } = position
  const before = text.slice(0, index).split('\n')
  const line = start.line + before.length - 1
  const indent = indentOf(text, position)
  if (indent === undefined) return { line }
  return { line, column: before.length === 1 ? start.column + index : indent + (before.at(-1)?.length ?? 0) + 1 }
}

/** How far in the lines of a text stand behind its first (`> `, spaces of a list); nothing where an escape or entity makes the source longer than its words. */
function indentOf(text: string, { start, end }: Position): number | undefined {
  const lines = text.split('\n')
  const last = lines.at(-1)?.length ?? 0
  if (lines.length - 1 !== end.line - start.line) return undefined
  const indent = end.column - 1 - last
  if (lines.length === 1) return indent === start.column - 1 ? indent : undefined
  return indent >= 0 ? indent : undefined
}
