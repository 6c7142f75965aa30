import type { Phrasing } from '../../ast/nodes.ts'
import type { Report } from '../../contract/catalogue.ts'
import type { InlineText } from './body-state.ts'
import { startReading } from './read-nodes.ts'
import { noReferences } from './references.ts'

/** Parse one run of prose outside of the body: a standfirst, a caption, the text of a correction. */
export function parseInline(inline: InlineText, { file, report, timezone }: { file: string; report: Report; timezone: string }): Phrasing<'parsed'>[] {
  const view = { text: inline.value, pointAt: inline.pointAt }
  return startReading({ file, report, timezone, view, references: noReferences, isValue: true, tone: 'news' }).prose(inline)
}
