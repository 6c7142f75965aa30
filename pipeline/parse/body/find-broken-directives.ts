import type { Heading, Nodes, Paragraph, Table } from 'mdast'
import { walk } from '../../ast/walk.ts'
import { type BodyState, placeOfOffset, sourceOf } from './body-state.ts'

/** Lines of prose that begin with colons: what was meant as a directive and could not be read, and fences that close nothing. */
export function findBrokenDirectives(block: Paragraph | Heading | Table, state: BodyState): void {
  const start = block.position?.start.offset ?? 0
  const source = sourceOf(block, state)
  if (!source.includes('::')) return
  const literal = literalRanges(block)
  for (const { index, 1: margin = '', 2: line = '' } of source.matchAll(/^([ \t>]*)(::.*)$/gm)) {
    const offset = start + index + margin.length
    if (!literal.some(([from, to]) => from < offset && offset < to)) reportLine(line.trimEnd(), offset, source.slice(index + margin.length), state)
  }
}

function reportLine(line: string, offset: number, rest: string, state: BodyState): void {
  const place = placeOfOffset(offset, state)
  if (!/^:{3,}$/.test(line)) {
    if (line.startsWith(':::')) state.brokenContainers += 1
    state.report('broken-directive', place, { line: line.slice(0, 80), problem: problemOf(line, rest) })
  } else if (state.brokenContainers > 0) {
    // The line that should have opened this box is reported already.
    state.brokenContainers -= 1
  } else {
    state.report('stray-fence', place, { fence: line })
  }
}

/** What is wrong with the line, as far as one can tell. */
function problemOf(line: string, rest: string): string {
  const [, , behind = ''] = /^:+([\p{L}\p{N}_-]*)(.*)$/u.exec(line) ?? []
  if (/^:+\s+\S/.test(line)) return 'There is a space behind the colons.'
  if (/^:+(?![:\p{L}\p{N}])/u.test(line)) return 'There is no name behind the colons.'
  const [, apart] = /^(?:\[[^\]]*\])?\s+([[{])/.exec(behind) ?? []
  if (apart !== undefined) return `There is a space before "${apart}".`
  if (count(behind, '[') > count(behind, ']')) return 'Its square brackets are not closed on the same line.'
  if (count(behind, '{') > count(behind, '}')) return rest.includes('}') ? 'There is a line end inside of its braces.' : 'Its braces are not closed.'
  if (/=\s*[“”„«»‘’‚]/.test(behind)) return 'It has curly quotation marks where " belongs.'
  if (/=\s*[^"'\s}][^\s}]*[=<>`"']/.test(behind)) return 'A value with = < > ` or a quotation mark in it must stand between ".'
  if (/=\s*\}/.test(behind)) return 'There is nothing behind its equals sign.'
  if (/"[^"]*"[^"\s}]/.test(behind) || count(behind, '"') % 2 === 1) return 'Its quotation marks do not match; inside of a value write &quot;.'
  if (/[\]}]\s*[^\s[\]{}].*$/.test(behind) || /^\s+\S/.test(behind)) return 'There are words behind it on the same line.'
  return 'Something in it cannot be read.'
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/** Where code and comments are: colons in them are what they are. */
function literalRanges(block: Nodes): [number, number][] {
  const ranges: [number, number][] = []
  walk<Nodes>(block, (node) => {
    const { start, end } = node.position ?? {}
    if ((node.type === 'inlineCode' || node.type === 'html') && start?.offset !== undefined && end?.offset !== undefined) ranges.push([start.offset, end.offset])
  })
  return ranges
}
