import type { Definition, FootnoteDefinition, Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast'
import type { Flow, NodeOf } from '../../ast/nodes.ts'
import { type BodyState, placeOfNode, positioned, sourceOf } from './body-state.ts'
import { readDirective } from './directives/read-directive.ts'
import { findBrokenDirectives } from './find-broken-directives.ts'
import { figuresOfParagraph } from './figure-of-paragraph.ts'
import { showsWords } from './shows-words.ts'

type Block = Extract<
  RootContent,
  { type: 'paragraph' | 'heading' | 'blockquote' | 'list' | 'table' | 'code' | 'thematicBreak' | 'definition' | 'footnoteDefinition' | 'leafDirective' | 'containerDirective' }
>
/** The kinds of blocks of mdast that a story may have. */
export type BlockType = Block['type']
type Handler<K extends BlockType> = (node: Extract<Block, { type: K }>, state: BodyState) => Flow<'parsed'>[]

/** One row for each kind of block of mdast. Comments are dealt with before: all HTML that is left on this level. */
export const blockHandlers: { [K in BlockType]: Handler<K> } = {
  paragraph: readParagraph,
  heading: readHeading,
  blockquote: (node, state) => [{ type: 'blockquote', children: within('a quote', node.children, state), ...positioned(node, state) }],
  list: readList,
  table: readTable,
  code: (node, state) => [
    { type: 'code', ...(node.lang ? { lang: node.lang } : {}), ...(node.meta ? { meta: node.meta } : {}), value: node.value, ...positioned(node, state) },
  ],
  thematicBreak: (node, state) => [{ type: 'thematicBreak', ...positioned(node, state) }],
  definition: readDefinition,
  footnoteDefinition: readFootnote,
  leafDirective: readDirective,
  containerDirective: readDirective,
}

function readParagraph(node: Paragraph, state: BodyState): Flow<'parsed'>[] {
  findBrokenDirectives(node, state)
  const figures = figuresOfParagraph(node, state)
  if (figures?.length === 1) return figures
  const children = state.phrasing(node.children)
  return children.length === 0 ? [] : [{ type: 'paragraph', children, ...positioned(node, state) }]
}

/** The headline is the one heading of the first level. */
function readHeading(node: Heading, state: BodyState): Flow<'parsed'>[] {
  findBrokenDirectives(node, state)
  const children = state.phrasing(node.children)
  if (node.depth === 1) state.report('heading-level-one', placeOfNode(node, state), {})
  if (showsWords(children)) return [{ type: 'heading', depth: Math.max(2, node.depth), children, ...positioned(node, state) }]
  state.report('empty-heading', placeOfNode(node, state), {})
  return []
}

function readList(node: List, state: BodyState): Flow<'parsed'>[] {
  const start = node.ordered && typeof node.start === 'number' ? { start: node.start } : {}
  const children = node.children.map((item) => readListItem(item, state))
  return [{ type: 'list', ordered: node.ordered === true, ...start, spread: isLoose(node), children, ...positioned(node, state) }]
}

function readListItem(node: ListItem, state: BodyState): NodeOf<'listItem', 'parsed'> {
  const checked = typeof node.checked === 'boolean' ? { checked: node.checked } : {}
  return { type: 'listItem', ...checked, spread: isLoose(node), children: within('a list', node.children, state), ...positioned(node, state) }
}

/** A blank line between two parts (CommonMark 5.3). In a quote, the library takes one behind a list in a list for a part of the inner list. */
function isLoose({ spread, children }: List | ListItem): boolean {
  const gaps = children.slice(1).map(({ position }, index) => (position?.start.line ?? 0) - lastLine(children[index]))
  return spread === true || gaps.some((gap) => gap > 1)
}

function lastLine(node: RootContent | undefined): number {
  const inside = node?.type === 'list' || node?.type === 'listItem' ? node.children.at(-1) : undefined
  return inside ? lastLine(inside) : (node?.position?.end.line ?? Infinity)
}

function readTable(node: Table, state: BodyState): Flow<'parsed'>[] {
  findBrokenDirectives(node, state)
  const columns = node.children[0]?.children.length ?? 0
  const children = node.children.map((row): NodeOf<'tableRow', 'parsed'> => {
    if (row.children.length > columns) state.report('ragged-table', placeOfNode(row, state), { cells: row.children.length, columns })
    return {
      type: 'tableRow',
      children: row.children.map((cell) => ({ type: 'tableCell', children: state.phrasing(cell.children), ...positioned(cell, state) })),
      ...positioned(row, state),
    }
  })
  return [{ type: 'table', align: node.align?.map((side) => side ?? null) ?? [], children, ...positioned(node, state) }]
}

/** A definition is where its references are; one without any was perhaps meant as words. */
function readDefinition(node: Definition, state: BodyState): Flow<'parsed'>[] {
  if (state.references.usedDefinitions.has(node)) return []
  state.report('unused-definition', placeOfNode(node, state), { label: node.label ?? node.identifier })
  const place = positioned(node, state)
  // Its other lines may begin with the marks of the quote that it stands in.
  const value = sourceOf(node, state).replace(/(\r\n?|\n)[ \t>]*/g, '$1')
  return [{ type: 'paragraph', children: [{ type: 'text', value, ...place }], ...place }]
}

/** A footnote that nothing refers to has no number, so its text stays where it stands, its mark before it. */
function readFootnote(node: FootnoteDefinition, state: BodyState): Flow<'parsed'>[] {
  const label = node.label ?? node.identifier
  const children = within('a footnote', node.children, state)
  if (state.references.usedFootnotes.has(node)) {
    return [{ type: 'footnoteDefinition', identifier: node.identifier, label, children, ...positioned(node, state) }]
  }
  state.report('unused-footnote', placeOfNode(node, state), { label })
  const [first, ...more] = children
  const mark = { type: 'text', value: `[^${label}]: ` } as const
  if (first?.type === 'paragraph') return [{ ...first, children: [mark, ...first.children] }, ...more]
  return [{ type: 'paragraph', children: [{ ...mark, value: mark.value.trim() }], ...positioned(node, state) }, ...children]
}

function within(parent: string, nodes: readonly RootContent[], state: BodyState): Flow<'parsed'>[] {
  state.parents.push(parent)
  const blocks = state.flow(nodes)
  state.parents.pop()
  return blocks
}
