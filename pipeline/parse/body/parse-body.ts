import type { ParsedArticle, Tone } from '../../ast/article.ts'
import type { Body } from '../../ast/nodes.ts'
import { walk } from '../../ast/walk.ts'
import type { Report } from '../../contract/catalogue.ts'
import { indexLines } from '../../yaml/line-index.ts'
import type { BodyState } from './body-state.ts'
import { checkDepth, deepest } from './depth.ts'
import { lazyRun } from './lazy-lines.ts'
import { parseBlocks } from './markdown.ts'
import { findReferences } from './references.ts'
import { startReading } from './read-nodes.ts'
import { TangledMarkup } from './tangled-markup.ts'
import { steepLine } from './steep-line.ts'

/** What the body needs to know of its story. */
export interface BodySettings {
  file: string
  report: Report
  /** The line behind the front matter. */
  line: number
  tone: Tone
  timezone: string
  /** How many nodes a body may have. */
  nodes: number
}

/** The body of a story, read. */
export interface ParsedBody {
  body: Body<'parsed'>
  allowances: ParsedArticle['allowances']
  /** Set where the author wrote `::paywall`. */
  paywall?: Required<NonNullable<BodyState['paywall']>>
}

/** Parse the body of a story. `text` is as long as the file, its front matter blanked. Nothing comes back where it is nested too deep. */
export function parseBody(text: string, settings: BodySettings): ParsedBody | undefined {
  const { file, report, line } = settings
  const steep = steepLine(text)
  if (steep !== undefined) {
    report('nested-too-deep', { file, line: steep, column: 1 }, { limit: deepest })
    return undefined
  }
  const lazy = lazyRun(text)
  if (lazy !== undefined) return void report('tangled-markup', { file, line: lazy, column: 1 }, { what: 'hundreds of lines that continue a quote or a list without its mark' })
  try {
    const root = parseBlocks(text)
    const state = startReading({ ...settings, view: { text, pointAt: indexLines(text) }, references: findReferences(root), isValue: false })
    const body: Body<'parsed'> = { type: 'root', children: state.flow(root.children) }
    if (body.children.length === 0) report('empty-body', { file, line, column: 1 }, {})
    checkDepth(body)
    if (hasTooMany(body, settings)) return undefined
    const { allowances, paywall } = state
    return { body, allowances, ...(paywall ? { paywall: { blocks: 0, ...paywall } } : {}) }
  } catch (thrown) {
    // The stack of JavaScript is what gives way first, in the parser or in us.
    if (!(thrown instanceof RangeError)) throw thrown
    if (thrown instanceof TangledMarkup) return void report('tangled-markup', { file, line: thrown.line, column: 1 }, { what: thrown.what })
    report('nested-too-deep', { file, line, column: 1 }, { limit: deepest })
    return undefined
  }
}

/** Any node of a tree, as far as it matters where it stands. */
interface Placed {
  type: string
  position?: { start: { line: number } } | undefined
}

function hasTooMany(body: Body<'parsed'>, { nodes: limit, file, line, report }: BodySettings): boolean {
  const all: Placed[] = []
  walk<Placed>(body, (node) => void all.push(node))
  // The root is no node of its author's.
  const first = all[limit + 1]
  if (first === undefined) return false
  report('too-many-nodes', { file, line: first.position?.start.line ?? line, column: 1 }, { nodes: all.length - 1, limit })
  return true
}
