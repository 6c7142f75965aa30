import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { inReadingOrder, type MarkedPiece, type TextPiece } from './reading-order.ts'

/** A structure element of a PDF (ISO 32000-2, 14.7) with what is marked as its content. */
export interface TagElement {
  /** `P`, `H1`, `Figure`, … */
  role: string
  alt?: string
  language?: string
  children: (TagElement | TagContent)[]
}

/** Pieces of text that are shown together, in the order of the page's instructions. */
export interface TagContent {
  pieces: readonly TextPiece[]
}

const known = new WeakMap<PDFDocumentProxy, Promise<readonly TagElement[]>>()

/** The tag trees of all pages, each with a root of role `Root`. An element that runs over two pages stands in both. Read once for an open file. */
export function readTagTree(pdf: PDFDocumentProxy): Promise<readonly TagElement[]> {
  const trees = known.get(pdf) ?? treesOf(pdf)
  known.set(pdf, trees)
  return trees
}

async function treesOf(pdf: PDFDocumentProxy): Promise<TagElement[]> {
  const pages: TagElement[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await treeOfPage(await pdf.getPage(number)))
  return pages
}

async function treeOfPage(page: PDFPageProxy): Promise<TagElement> {
  const tree = (await page.getStructTree()) as StructNode | null
  const pieces = await markedPieces(page)
  return tree ? elementOf(tree, pieces) : { role: 'Root', children: [] }
}

/** What the library gives, which its types know in part only. */
interface StructNode {
  role: string
  alt?: string
  lang?: string
  children: (StructNode | { type: string; id: string })[]
}

function elementOf(node: StructNode, pieces: Map<string, TextPiece[]>): TagElement {
  return {
    role: node.role,
    ...(node.alt === undefined ? {} : { alt: node.alt }),
    ...(node.lang === undefined ? {} : { language: node.lang }),
    children: node.children.flatMap((child): (TagElement | TagContent)[] =>
      'role' in child ? [elementOf(child, pieces)] : child.type === 'content' ? [{ pieces: pieces.get(child.id) ?? [] }] : [],
    ),
  }
}

/** The text of a page by the ids of its marked content. */
async function markedPieces(page: PDFPageProxy): Promise<Map<string, TextPiece[]>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const pieces = new Map<string, TextPiece[]>()
  const open: Mark[] = []
  for (const item of items) {
    if ('str' in item) open.at(-1)?.pieces.push({ text: item.str, endsLine: item.hasEOL, isReversed: false })
    else if (item.type === 'endMarkedContent') close(open, pieces)
    else open.push(markOf(item as MarkStart))
  }
  return pieces
}

/** What the library gives where a mark begins, which its types know in part only. */
interface MarkStart {
  id?: string | null
  tag?: string
}

function markOf({ id, tag }: MarkStart): Mark {
  return { id: id ?? undefined, isReversed: tag === 'ReversedChars', pieces: [] }
}

interface Mark {
  id: string | undefined
  isReversed: boolean
  pieces: MarkedPiece[]
}

/** End the innermost mark: its text belongs to its own id, or to the mark around it. */
function close(open: Mark[], pieces: Map<string, TextPiece[]>): void {
  const mark = open.pop()
  if (!mark) return
  const inside = mark.isReversed ? mark.pieces.map((piece) => ({ ...piece, isReversed: true })) : mark.pieces
  if (mark.id === undefined) open.at(-1)?.pieces.push(...inside)
  else pieces.set(mark.id, [...(pieces.get(mark.id) ?? []), ...inReadingOrder(inside)])
}
