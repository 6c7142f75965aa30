import { type Document, isCollection, isScalar, Scalar, visit, type YAMLError } from 'yaml'
import { quoteLine } from './quote.ts'
import { indexLines } from './line-index.ts'
import { lineRange, parseQuietly, type YamlState } from './yaml-source.ts'

/**
 * Report what the YAML parser found, each at the place where a person would mend it. Where quotes mend a line, the hint is the
 * line with them, and reading goes on from there: what follows one slip is mostly its echo.
 */
export function explainYamlErrors(document: Document.Parsed, state: YamlState): void {
  reportDuplicateKeys(document, state)
  reportDocumentEnd(state)
  let text = state.text
  let errors = errorsOf(document)
  const seen = new Set<number>()
  while (errors[0]) {
    const offset = placeOf(errors[0], parseQuietly(text), text)
    // Mending changes no line end, so a line keeps its number.
    const { line, column } = indexLines(text)(offset)
    const mended = mend(offset, text, errors.length)
    if (!seen.has(line)) state.report('broken-yaml', { file: state.file, line, column }, { problem: problemOf(errors[0], text, offset), line: mended?.line })
    if (!mended || seen.has(line)) return
    seen.add(line)
    text = mended.text
    errors = errorsOf(parseQuietly(text))
  }
}

function errorsOf({ errors }: Document.Parsed): readonly YAMLError[] {
  return errors.filter(({ code }) => code !== 'DUPLICATE_KEY')
}

function reportDuplicateKeys({ errors }: Document.Parsed, state: YamlState): void {
  for (const error of errors.filter(({ code }) => code === 'DUPLICATE_KEY')) {
    const { line, column } = state.pointAt(error.pos[0])
    const key = /^["']?([^:"']*)/.exec(state.text.slice(error.pos[0]))?.[1]?.trim() ?? ''
    state.report('duplicate-key', { file: state.file, line, column }, { key })
  }
}

/** An unclosed quote or bracket is noticed at the end of the file, but mended where it was opened. */
function placeOf(error: YAMLError, document: Document.Parsed, text: string): number {
  const [offset] = error.pos
  let opened: number | undefined
  visit(document, {
    Node: (_, node) => {
      const [start = 0, end = 0] = node.range ?? []
      const isQuote = isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE)
      const isBracket = isCollection(node) && node.flow === true
      const isUnclosed = (isQuote && error.code === 'MISSING_CHAR') || (isBracket && isAboutBracket(error))
      if (isUnclosed && start < offset && offset <= end + 1 && /["'[{]/.test(text[start] ?? '')) opened = start
    },
  })
  return opened ?? offset
}

function isAboutBracket({ message }: YAMLError): boolean {
  return /must end with|must be sufficiently/.test(message)
}

function problemOf(error: YAMLError, text: string, offset: number): string {
  if (error.code === 'TAB_AS_INDENT') return 'A tab stands where YAML wants spaces.'
  if (error.code === 'MISSING_CHAR' && /closing/.test(error.message)) return 'A quotation mark is opened and not closed.'
  if (isAboutBracket(error)) return `A bracket "${text[offset] ?? ''}" is opened and not closed.`
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return 'A text with a colon in it must stand in quotes, and a key at its own margin.'
  if (error.code === 'BAD_SCALAR_START') return `A text that begins with "${text[offset] ?? ''}" must stand in quotes.`
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || /Implicit map keys/.test(error.message)) return 'A key needs a colon and a space behind it.'
  if (/at node end/.test(error.message)) return 'There are words behind a closing quotation mark or bracket.'
  if (error.message.startsWith('Not a YAML token')) return 'A text that begins with ">" or "|" must stand in quotes.'
  return `${error.message.split('\n')[0]?.replace(/\.$/, '') ?? ''}.`
}

/** The same line with its value in quotes, and the text with it, when it is sounder so. */
function mend(offset: number, text: string, errors: number): { line: string; text: string } | undefined {
  const [start, end] = lineRange(offset, { text })
  const line = quoteLine(text.slice(start, end))
  if (line === undefined) return undefined
  const mended = text.slice(0, start) + line + text.slice(end)
  return errorsOf(parseQuietly(mended)).length < errors ? { line: line.trim(), text: mended } : undefined
}

/** `...` ends a YAML document, and all that follows would be lost without a word. */
function reportDocumentEnd(state: YamlState): void {
  const ended = /^(?:\.\.\.|---)(?=\s)/m.exec(state.text)
  if (!ended) return
  const { line, column } = state.pointAt(ended.index)
  state.report('broken-yaml', { file: state.file, line, column }, { problem: `The line "${ended[0]}" would end it here, and lose what follows.` })
}
