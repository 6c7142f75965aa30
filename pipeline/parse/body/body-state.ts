import type { Flow, Phrasing } from '../../ast/nodes.ts'
import type { ParsedArticle, Tone } from '../../ast/article.ts'
import type { Position } from '../../ast/small-types.ts'
import type { Report } from '../../contract/catalogue.ts'
import type { Place } from '../../contract/diagnostic.ts'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { References } from './references.ts'

type Point = Position['start']

/** The text that was parsed, and where its characters stand in the file. */
export interface SourceView {
  text: string
  pointAt: (offset: number) => Point
}

/** A text outside of the run of the body that is inline Markdown, and where its characters stand in the file. */
export interface InlineText {
  value: string
  pointAt: SourceView['pointAt']
}

/** What every handler is given. */
export interface BodyState {
  file: string
  report: Report
  view: SourceView
  references: References
  tone: Tone
  /** IANA zone of the publication, for suggestions. */
  timezone: string
  /** True where the text is a value of the front matter: one run of prose without references. */
  isValue: boolean
  /** Blocks to our blocks; comments and what is not printed give none. */
  flow: (nodes: readonly RootContent[]) => Flow<'parsed'>[]
  /** Inline content to ours, texts joined. */
  phrasing: (nodes: readonly PhrasingContent[]) => Phrasing<'parsed'>[]
  /** A text that is inline Markdown of its own: a title, a value. */
  prose: (text: InlineText) => Phrasing<'parsed'>[]
  /** True while the words of a link are read. */
  isInLink: boolean
  /** What lies around the present block, in words, outermost first. */
  parents: string[]
  /** The block that is being read. */
  block?: RootContent
  allowances: ParsedArticle['allowances']
  /** Containers whose first line could not be read: each excuses one closing fence. */
  brokenContainers: number
  paywall?: { line: number; blocks?: number }
}

/** Where a node begins. What a library made up without a place stands where its block does. */
export function placeOfNode(node: Nodes, state: BodyState): Place {
  const start = positionOf(node, state)?.start ?? (state.block && positionOf(state.block, state)?.start)
  return start ? { file: state.file, line: start.line, column: start.column } : { file: state.file }
}

/** The place of an offset into the parsed text. */
export function placeOfOffset(offset: number, state: BodyState): Place {
  const { line, column } = state.view.pointAt(offset)
  return { file: state.file, line, column }
}

/** A node's position in the file. */
export function positionOf({ position }: Pick<Nodes, 'position'>, { view }: Pick<BodyState, 'view'>): Position | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? undefined : { start: view.pointAt(start), end: view.pointAt(end) }
}

/** `position` as a field to spread: absent where it is not known. */
export function positioned(node: Pick<Nodes, 'position'>, state: BodyState): { position?: Position } {
  const position = positionOf(node, state)
  return position ? { position } : {}
}

/** What the author typed for a node; empty where its place is not known. */
export function sourceOf({ position }: Pick<Nodes, 'position'>, { view }: BodyState): string {
  return position ? view.text.slice(position.start.offset, position.end.offset) : ''
}
