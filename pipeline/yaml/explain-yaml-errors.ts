import { type Document, isCollection, isScalar, Scalar, visit, type YAMLError } from 'yaml'
import { quoteLine } from './quote.ts'
import { lineRange, parseQuietly, pointAt, type YamlState } from './yaml-source.ts'

/** Report what the YAML parser found, each at the place where a person would mend it, with the mended line where quotes help. */
export function explainYamlErrors(document: Document.Parsed, state: YamlState): void {
  const [first, ...more] = document.errors
  // One slip often gives several errors; only other lines are news.
  const seen = new Set<number>()
  for (const error of first ? [first, ...more.filter(({ code }) => code === 'DUPLICATE_KEY' || code === 'TAB_AS_INDENT')] : []) {
    const offset = placeOf(error, document, state)
    const { line, column } = pointAt(offset, state)
    if (seen.has(line)) continue
    seen.add(line)
    const place = { file: state.file, line, column }
    if (error.code === 'DUPLICATE_KEY') state.report('duplicate-key', place, { key: keyAt(offset, state) })
    else state.report('broken-yaml', place, { problem: problemOf(error, state, offset), line: mendedLine(offset, state) })
  }
  reportDocumentEnd(state)
}

/** An unclosed quote or bracket is noticed at the end of the file, but mended where it was opened. */
function placeOf(error: YAMLError, document: Document.Parsed, state: YamlState): number {
  const [offset] = error.pos
  let opened: number | undefined
  visit(document, {
    Node: (_, node) => {
      const [start = 0, end = 0] = node.range ?? []
      const isQuote = isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE)
      const isBracket = isCollection(node) && node.flow === true
      const isUnclosed = (isQuote && error.code === 'MISSING_CHAR') || (isBracket && /must end with|must be sufficiently/.test(error.message))
      if (isUnclosed && start < offset && offset <= end + 1 && /["'[{]/.test(state.text[start] ?? '')) opened = start
    },
  })
  return opened ?? offset
}

function problemOf(error: YAMLError, state: YamlState, offset: number): string {
  if (error.code === 'TAB_AS_INDENT') return 'A tab stands where YAML wants spaces.'
  if (error.code === 'MISSING_CHAR' && /closing/.test(error.message)) return 'A quotation mark is opened and not closed.'
  if (/must end with|must be sufficiently/.test(error.message)) return `A bracket "${state.text[offset] ?? ''}" is opened and not closed.`
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return 'A text with a colon in it must stand in quotes, and a key at its own margin.'
  if (error.code === 'BAD_SCALAR_START') return `A text that begins with "${state.text[offset] ?? ''}" must stand in quotes.`
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || /Implicit map keys/.test(error.message)) return 'A key needs a colon and a space behind it.'
  return `${error.message.split('\n')[0]?.replace(/\.$/, '') ?? ''}.`
}

/** The same line with its value in quotes, when the text is sound with it. */
function mendedLine(offset: number, state: YamlState): string | undefined {
  const [start, end] = lineRange(offset, state)
  const quoted = quoteLine(state.text.slice(start, end))
  if (quoted === undefined) return undefined
  const before = parseQuietly(state.text).errors.length
  const after = parseQuietly(state.text.slice(0, start) + quoted + state.text.slice(end)).errors.length
  return after < before ? quoted.trim() : undefined
}

function keyAt(offset: number, { text }: YamlState): string {
  return /^["']?([^:"']*)/.exec(text.slice(offset))?.[1]?.trim() ?? ''
}

/** `...` ends a YAML document, and all that follows would be lost without a word. */
function reportDocumentEnd(state: YamlState): void {
  const ended = /^(?:\.\.\.|---)(?=\s)/m.exec(state.text)
  if (!ended) return
  const { line, column } = pointAt(ended.index, state)
  state.report('broken-yaml', { file: state.file, line, column }, { problem: `The line "${ended[0]}" would end it here, and lose what follows.` })
}
