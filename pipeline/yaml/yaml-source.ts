import { type Document, type LineCounter, parseDocument } from 'yaml'
import type { Position } from '../ast/small-types.ts'
import type { Report } from '../contract/catalogue.ts'
import type { LostWords } from './written.ts'

/** What reading one YAML text needs to know: the text, whose offsets and lines are those of the file, and where to report. */
export interface YamlSource {
  file: string
  text: string
  report: Report
}

/** The same while it is being read. */
export interface YamlState extends YamlSource {
  lines: LineCounter
}

/** Parse with our settings; what is wrong stands in `errors`, nothing is printed. */
export function parseQuietly(text: string, lineCounter?: LineCounter): Document.Parsed {
  return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent', ...(lineCounter ? { lineCounter } : {}) })
}

/** Say that words would be lost, with the line as it should be. */
export function reportLostWords({ words, line, at }: LostWords, { file, report }: YamlSource): void {
  report('yaml-loses-words', { file, line: at.line, column: at.column }, { words, line: line.trim() })
}

/** From where to where the line goes on which an offset stands. */
export function lineRange(offset: number, { text }: Pick<YamlSource, 'text'>): [number, number] {
  const end = text.indexOf('\n', offset)
  return [text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end]
}

/** Line and column of an offset. */
export function pointAt(offset: number, { lines }: YamlState): Position['start'] {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col), offset }
}

/** Line and column of a node's range. */
export function positionOf(range: readonly number[] | null | undefined, state: YamlState): Position {
  const [start = 0, end = start] = range ?? []
  return { start: pointAt(start, state), end: pointAt(end, state) }
}
