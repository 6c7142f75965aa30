import { isScalar, type Scalar, type YAMLMap } from 'yaml'
import { quoteYaml } from './quote.ts'
import { lineRange, reportLostWords, type YamlState } from './yaml-source.ts'
import type { LostWords } from './written.ts'

/**
 * ` #` after an unquoted text begins a comment for YAML. Two or more spaces before it and one behind it are how people write
 * a comment on purpose (yamllint's `comments` rule); anything else was meant as words.
 */
export function wordsCutByComment(node: Scalar, state: YamlState): LostWords | undefined {
  const { text } = state
  const isBlock = /^[|>]/.test(text.slice(node.range?.[0] ?? 0)) && node.type !== 'PLAIN'
  const start = node.range?.[0] ?? 0
  const from = isBlock ? start : (node.range?.[1] ?? 0)
  const [lineStart] = lineRange(start, state)
  const lineEnd = lineRange(from, state)[1]
  const rest = text.slice(from, lineEnd)
  const comment = /^(?:[|>][-+0-9]*)?([ \t]+)(#.*)$/.exec(rest)
  if (!comment || isOnPurpose(comment)) return undefined
  const whole = text.slice(start, lineEnd).replace(/\s*\n\s*/g, ' ').trimEnd()
  return {
    words: comment[2] ?? '',
    line: text.slice(lineStart, start) + quoteYaml(whole),
    at: state.pointAt(from + rest.indexOf('#')),
  }
}

/** `kicker: #7`: the whole value is a comment for YAML. */
export function wordsBehindKey(key: Scalar, state: YamlState): { cut?: LostWords } {
  const { text } = state
  const end = key.range?.[1] ?? 0
  const [lineStart, lineEnd] = lineRange(end, state)
  const comment = /^[ \t]*:([ \t]+)(#.*)$/.exec(text.slice(end, lineEnd))
  if (!comment || isOnPurpose(comment)) return {}
  const words = comment[2] ?? ''
  const start = lineEnd - words.length
  return { cut: { words, line: text.slice(lineStart, start) + quoteYaml(words.trimEnd()), at: state.pointAt(start) } }
}

function isOnPurpose([, space = '', words = '']: RegExpExecArray): boolean {
  return /^ {2,}$|\t/.test(space) && /^#(\s|$)/.test(words)
}

/** A name without a value inside `{…}` is what follows a comma in an unquoted text: `{ name: Lis, Jr. }`. */
export function wordsSplitByComma(map: YAMLMap, key: Scalar, state: YamlState): void {
  const { text } = state
  const [start = 0, end = start] = key.range ?? []
  const index = map.items.findIndex((pair) => pair.key === key)
  const before = map.items.slice(0, index).findLast((pair) => isScalar(pair.value))?.value
  const [from = start] = (isScalar(before) && before.range) || []
  const [lineStart] = lineRange(from, state)
  const [, lineEnd] = lineRange(end, state)
  const whole = text.slice(from, end).replace(/\s*\n\s*/g, ' ').replace(/^["']|["']$/g, '')
  reportLostWords(
    { words: String(key.value), line: text.slice(lineStart, from) + quoteYaml(whole) + text.slice(end, lineEnd), at: state.pointAt(start) },
    state,
  )
}
