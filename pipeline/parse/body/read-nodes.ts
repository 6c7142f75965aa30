import type { PhrasingContent, RootContent } from 'mdast'
import type { Flow, Phrasing } from '../../ast/nodes.ts'
import { noteComment } from './allowances.ts'
import type { BodyState, InlineText } from './body-state.ts'
import { blockHandlers, type BlockType } from './block-handlers.ts'
import { inlineHandlers, type InlineType } from './inline-handlers.ts'
import { joinTexts } from './join-texts.ts'
import { parseProse } from './markdown.ts'
import { noReferences } from './references.ts'

/** What a state begins with. */
export type ReadingSettings = Pick<BodyState, 'file' | 'report' | 'view' | 'references' | 'isValue' | 'tone' | 'timezone'>

/** A state that is ready to read: the tables of handlers stand behind its `flow` and `phrasing`. */
export function startReading(settings: ReadingSettings): BodyState {
  const { file, report, view, references, isValue, tone, timezone } = settings
  const state: BodyState = {
    file, report, view, references, isValue, tone, timezone,
    isInLink: false, parents: [], allowances: [], brokenContainers: 0,
    flow: (nodes) => readBlocks(nodes, state),
    phrasing: (nodes) => readProse(nodes, state),
    prose: (inline) => readInlineText(inline, settings),
  }
  return state
}

function readBlocks(nodes: readonly RootContent[], state: BodyState): Flow<'parsed'>[] {
  const blocks: Flow<'parsed'>[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'html') {
      noteComment(node, nodes.slice(index + 1).find(({ type }) => type !== 'html'), state)
      continue
    }
    blocks.push(...readBlock(node, state))
    // Only the story's own level has a paywall; what is read up to here is free.
    if (state.paywall) state.paywall.blocks ??= blocks.length
  }
  return blocks
}

function readBlock(node: RootContent, state: BodyState): Flow<'parsed'>[] {
  const around = state.block
  state.block = node
  const handle = blockHandlers[node.type as BlockType] as (node: RootContent, state: BodyState) => Flow<'parsed'>[]
  const blocks = handle(node, state)
  if (around) state.block = around
  return blocks
}

function readProse(nodes: readonly PhrasingContent[], state: BodyState): Phrasing<'parsed'>[] {
  return joinTexts(nodes.map((node) => readInline(node, state)))
}

function readInline(node: PhrasingContent, state: BodyState): Phrasing<'parsed'>[] {
  const handle = inlineHandlers[node.type as InlineType] as (node: PhrasingContent, state: BodyState) => Phrasing<'parsed'>[]
  return handle(node, state)
}

/** One run of prose by itself: line ends and blank lines in it are spaces, and references are not known. */
function readInlineText({ value, pointAt }: InlineText, settings: ReadingSettings): Phrasing<'parsed'>[] {
  const text = value.replace(/\n/g, ' ')
  const state = startReading({ ...settings, view: { text, pointAt }, references: noReferences, isValue: true })
  // With all blocks switched off, paragraphs are what is left.
  return state.phrasing(parseProse(text).children.flatMap((node) => (node.type === 'paragraph' ? node.children : [])))
}
