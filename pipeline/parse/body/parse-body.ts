import type { ParsedArticle, Tone } from '../../ast/article.ts'
import type { Body } from '../../ast/nodes.ts'
import type { Report } from '../../contract/catalogue.ts'
import { indexLines } from '../../yaml/line-index.ts'
import type { BodyState } from './body-state.ts'
import { checkDepth, deepest } from './depth.ts'
import { parseBlocks } from './markdown.ts'
import { findReferences } from './references.ts'
import { startReading } from './read-nodes.ts'

/** What the body needs to know of its story. */
export interface BodySettings {
  file: string
  report: Report
  /** The line behind the front matter. */
  line: number
  tone: Tone
  timezone: string
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
  try {
    const root = parseBlocks(text)
    const state = startReading({ ...settings, view: { text, pointAt: indexLines(text) }, references: findReferences(root), isValue: false })
    const body: Body<'parsed'> = { type: 'root', children: state.flow(root.children) }
    if (body.children.length === 0) report('empty-body', { file, line, column: 1 }, {})
    checkDepth(body)
    const { allowances, paywall } = state
    return { body, allowances, ...(paywall ? { paywall: { blocks: 0, ...paywall } } : {}) }
  } catch (thrown) {
    // The stack of JavaScript is what gives way first, in the parser or in us.
    if (!(thrown instanceof RangeError)) throw thrown
    report('nested-too-deep', { file, line, column: 1 }, { limit: deepest })
    return undefined
  }
}

/** The first line that opens so many quotes and lists that parsing it would take minutes. */
function steepLine(text: string): number | undefined {
  const markers = new RegExp(`^(?:[ \\t]*>|[ \\t]*(?:[-+*]|\\d{1,9}[.)])[ \\t]){${deepest + 1}}`)
  const isLineAcross = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/
  const index = text.split('\n').findIndex((line) => line.length > deepest && markers.test(line) && !isLineAcross.test(line))
  return index === -1 ? undefined : index + 1
}
