import type { Phrasing } from '../../ast/nodes.ts'
import type { Report } from '../../contract/catalogue.ts'
import type { InlineText } from './body-state.ts'
import { checkDepth, deepest } from './depth.ts'
import { startReading } from './read-nodes.ts'
import { noReferences } from './references.ts'

/** Parse one run of prose outside of the body: a standfirst, a caption, the text of a correction. Never throws. */
export function parseInline(inline: InlineText, { file, report, timezone }: { file: string; report: Report; timezone: string }): Phrasing<'parsed'>[] {
  const view = { text: inline.value, pointAt: inline.pointAt }
  try {
    const prose = startReading({ file, report, timezone, view, references: noReferences, isValue: true, tone: 'news' }).prose(inline)
    checkDepth(...prose)
    return prose
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    const { line, column } = inline.pointAt(0)
    report('nested-too-deep', { file, line, column }, { limit: deepest })
    return [{ type: 'text', value: inline.value }]
  }
}
