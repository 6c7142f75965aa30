import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { alignCharacters } from './align-characters.ts'
import { explainYamlErrors } from './explain-yaml-errors.ts'
import { indexLines } from './line-index.ts'
import { wordsBehindKey, wordsCutByComment, wordsSplitByComma } from './lost-words.ts'
import { quoteYaml } from './quote.ts'
import { isBlank, type LostWords, shapeName, type Written, type WrittenMap } from './written.ts'
import { lineRange, parseQuietly, positionOf, reportLostWords, type YamlSource, type YamlState } from './yaml-source.ts'

/**
 * Read YAML 1.2 with the failsafe schema: every scalar is text as typed. Reports `broken-yaml`, `duplicate-key` and
 * `yaml-loses-words` at their exact places; anchors, aliases and tags are never followed, since in a newspaper `&`, `*`
 * and `!` begin words. Returns nothing when there are no keys and values at the top. Never throws.
 */
export function readYaml(source: YamlSource): WrittenMap | undefined {
  const state = { ...source, pointAt: indexLines(source.text) }
  const steep = /[[{](?:[ \t]*[[{]){60}/.exec(source.text)
  if (steep) return reportDepth(source, state.pointAt(steep.index))
  try {
    const document = parseQuietly(source.text)
    explainYamlErrors(document, state)
    return readTop(document, state)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    return reportDepth(source, { line: 1, column: 1 })
  }
}

function reportDepth({ file, report }: YamlSource, { line, column }: { line: number; column: number }): undefined {
  report('broken-yaml', { file, line, column }, { problem: 'It is nested too deeply.' })
}

function readTop(document: Document.Parsed, state: YamlState): WrittenMap | undefined {
  const { contents } = document
  if (contents === null || (isScalar(contents) && contents.value === '')) {
    return { kind: 'map', entries: [], position: positionOf([0, 0, 0], state) }
  }
  const top = readNode(contents, state)
  if (top?.kind === 'map') return top
  const found = top ? shapeName(top) : 'a name for repeated words'
  if (document.errors.length === 0) {
    const { line, column } = positionOf(contents.range, state).start
    state.report('broken-yaml', { file: state.file, line, column }, { problem: `Expected keys such as "headline: Port opens", found ${found}.` })
  }
  return undefined
}

function readNode(node: Node, state: YamlState): Written | undefined {
  reportMarks(node, state)
  if (isScalar(node)) return readScalar(node, state)
  if (isMap(node)) return readMap(node, state)
  if (isSeq(node)) {
    const items = node.items.map((item) => readItem(item, state)).filter((item) => item !== undefined)
    return { kind: 'list', items, position: positionOf(node.range, state), ...typed(node, state) }
  }
  return undefined
}

/** Only what stands in brackets can pass for text. */
function typed(node: YAMLMap | YAMLSeq, { text }: YamlState): { typed?: string } {
  const [start = 0, end = start] = node.range ?? []
  const source = text.slice(start, end).trim()
  return node.flow === true && !source.includes('\n') ? { typed: source } : {}
}

function readItem(item: unknown, state: YamlState): Written | undefined {
  return isScalar(item) || isCollection(item) || isAlias(item) ? readNode(item, state) : undefined
}

function readMap(node: YAMLMap, state: YamlState): WrittenMap {
  const map: WrittenMap = { kind: 'map', entries: [], position: positionOf(node.range, state), ...typed(node, state) }
  for (const pair of node.items) {
    const key = pair.key
    if (!isScalar(key)) {
      reportOddKey(key, node, state)
      continue
    }
    reportMarks(key, state)
    if (pair.value === null || pair.value === undefined) {
      wordsSplitByComma(node, key, state)
      continue
    }
    const value = readItem(pair.value, state)
    if (value?.kind === 'text' && isBlank(value)) Object.assign(value, wordsBehindKey(key, state))
    if (value) map.entries.push({ key: String(key.value), keyPosition: positionOf(key.range, state), value })
  }
  return map
}

/** `? [a, b]` or `*name:` before the colon: YAML allows it, nobody means it. */
function reportOddKey(key: unknown, map: YAMLMap, state: YamlState): void {
  const range = isScalar(key) || isCollection(key) || isAlias(key) ? key.range : map.range
  const { line, column } = positionOf(range, state).start
  state.report('broken-yaml', { file: state.file, line, column }, { problem: 'A key must be a word.' })
}

function readScalar(node: Scalar, state: YamlState): Written {
  const value = String(node.value ?? '')
  const [from = 0, to = from] = node.range ?? []
  const plain = node.type === undefined || node.type === Scalar.PLAIN
  const cut = plain || node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL ? wordsCutByComment(node, state) : undefined
  let places: readonly number[] | undefined
  return {
    kind: 'text',
    value,
    plain,
    position: positionOf(node.range, state),
    pointAt: (index) => {
      places ??= alignCharacters(value, state.text.slice(from, to))
      return state.pointAt(from + (places[index] ?? to - from))
    },
    ...(cut ? { cut } : {}),
  }
}

/** `&Co`, `*Star*` and `!now` at the start of a value are marks of YAML and would not be printed. */
function reportMarks(node: Node, state: YamlState): void {
  const anchor = !isAlias(node) && node.anchor !== undefined
  const tag = !isAlias(node) && node.tag !== undefined && state.text.slice(...lineRange(startOf(node, state), state)).includes('!')
  if (!isAlias(node) && !anchor && !tag) return
  const start = startOf(node, state)
  const [lineStart, lineEnd] = lineRange(start, state)
  const lost: LostWords = {
    words: state.text.slice(start, lineEnd).trim(),
    line: state.text.slice(lineStart, start) + quoteYaml(state.text.slice(start, lineEnd).trim()),
    at: state.pointAt(start),
  }
  reportLostWords(lost, state)
}

/** Where the node begins, its anchor or tag included: the last such mark before it on its line. */
function startOf(node: Node, state: YamlState): number {
  const start = node.range?.[0] ?? 0
  const [lineStart] = lineRange(start, state)
  const before = state.text.slice(lineStart, start)
  const marks = /[&!][^\s]*[ \t]*(?:[&!][^\s]*[ \t]*)?$/.exec(before)
  return marks ? lineStart + marks.index : start
}
