import { createHash } from 'node:crypto'
import { slug } from 'github-slugger'
import { toString } from 'mdast-util-to-string'
import type { ParsedArticle } from '../ast/article.ts'
import { canonicalJson } from '../ast/canonical-json.ts'
import { content, type NodeType } from '../ast/node-kinds.ts'
import type { AnyNode, Body, Flow } from '../ast/nodes.ts'
import { walk } from '../ast/walk.ts'
import { withoutPlaces } from '../ast/without-places.ts'
import type { Report } from '../contract/catalogue.ts'

type Block = Flow<'parsed'>

/** The id of every block, and all of them together. */
export interface BlockIds {
  of(block: Block): string
  /** Whether a node is one that has an id. */
  isBlock(node: object): boolean
  all: ReadonlySet<string>
}

/**
 * Name every block of a story, the lead first: as written where it is; a heading by its words, an update by its time in
 * UTC, anything else by its kind and content, so that ids survive an edit elsewhere. What would be named twice takes `-2`, `-3`; a
 * written id wins over a generated one, and is an error where it stands twice.
 */
export function nameBlocks(parsed: ParsedArticle, report: Report): BlockIds {
  const blocks = blocksOf(parsed)
  const names = new Map<Block, string>()
  const owners = new Map<string, Block>()
  const take = (name: string, block: Block): void => void (names.set(block, name), owners.set(name, block))

  for (const block of blocks) {
    if (block.id === undefined) continue
    const owner = owners.get(block.id)
    if (owner) reportDuplicate(block, block.id, owner, parsed.source, report)
    else take(block.id, block)
  }
  for (const block of blocks) {
    if (!names.has(block)) take(freeName(block.id ?? generateName(block), owners), block)
  }
  return {
    of: (block) => names.get(block) ?? generateName(block),
    isBlock: (node) => names.has(node as Block),
    all: new Set(owners.keys()),
  }
}

const flow: ReadonlySet<string> = new Set(content.flow)

function blocksOf({ lead, body }: ParsedArticle): Block[] {
  const blocks: Block[] = lead ? [lead] : []
  walk<Body<'parsed'> | AnyNode<NodeType, 'parsed'>>(body, (node) => {
    if (flow.has(node.type)) blocks.push(node as Block)
  })
  return blocks
}

function reportDuplicate(block: Block, id: string, owner: Block, file: string, report: Report): void {
  const { line, column } = block.position?.start ?? {}
  report('duplicate-block-id', { file, ...(line && column ? { line, column } : {}) }, { id, line: owner.position?.start.line ?? 1 })
}

function freeName(name: string, owners: ReadonlyMap<string, Block>): string {
  if (!owners.has(name)) return name
  let repeat = 2
  while (owners.has(`${name}-${repeat}`)) repeat += 1
  return `${name}-${repeat}`
}

function generateName(block: Block): string {
  if (block.type === 'heading') return slug(toString(block)) || nameByContent(block)
  // Without colons, which no XML id may have.
  if (block.type === 'update') return `update-${new Date(block.time).toISOString().replace(/[-:]|\.\d+/g, '')}`
  return nameByContent(block)
}

function nameByContent(block: Block): string {
  const hash = createHash('sha256').update(canonicalJson(withoutIds(withoutPlaces(block)))).digest('hex')
  return `${block.type}-${hash.slice(0, 8)}`
}

function withoutIds(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutIds)
  if (node === null || typeof node !== 'object') return node
  const kept = Object.entries(node).filter(([key]) => key !== 'id')
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIds(value)]))
}
