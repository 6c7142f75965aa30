import { type Document, parseDocument } from 'yaml'
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
  /** Line and column of an offset; the parser's own counter loses count behind the end of a document. */
  pointAt: (offset: number) => Position['start']
}

/** Parse with our settings; what is wrong stands in `errors`, nothing is printed. */
export function parseQuietly(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
}

/** Say that words would be lost, with the line as it should be. */
export function reportLostWords({ words, line, at }: LostWords, { file, report }: Pick<YamlSource, 'file' | 'report'>): void {
  report('yaml-loses-words', { file, line: at.line, column: at.column }, { words, line: line.trim() })
}

/** From where to where the line goes on which an offset stands. */
export function lineRange(offset: number, { text }: Pick<YamlSource, 'text'>): [number, number] {
  const end = text.indexOf('\n', offset)
  return [offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end]
}

/** Line and column of a node's range. */
export function positionOf(range: readonly number[] | null | undefined, { pointAt }: YamlState): Position {
  const [start = 0, end = start] = range ?? []
  return { start: pointAt(start), end: pointAt(end) }
}
