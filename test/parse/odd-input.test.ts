import { type Arbitrary, array, assert, constant, constantFrom, oneof, property, uint8Array } from 'fast-check'
import { expect, it } from 'vitest'
import { ParsedArticle } from '../../pipeline/ast/article.ts'
import { parseText, wrongIn } from '../support/parse-text.ts'

// Fixed, so that equal code gives equal tests.
const settings = { seed: 1843, numRuns: 400 }

const marks = [
  ' ', '\n', '\n\n', '    ', '\t', '\r\n', ':', '::', ':::\n', '::::', '[', ']', '{', '}', '{#id}', '"', '=', '<!--', '-->', '<b>', '<', '> ', '- ', '1. ', '# ', '*', '**',
  '`', '```\n', '~~', '|', '| a | b |\n| - | - |\n', '[^1]', '[^1]: ', '[x]: ', '![', '](', ')', '\\', '&amp;', '---\n', '===\n', 'www.x.example', '😀', '\u00a0',
  ':::pullquote\n', ':::factbox[T]\n', ':::gallery\n', ':::note\n', ':::update{time=2026-01-01T00:00:00Z}\n', '::paywall\n', '::figure[', ']{src=a.jpg}\n', '![a](b.jpg)\n',
]
const yamlMarks = [
  'kicker: ', 'lead:\n  src: a\n', '  caption: ', 'byline:\n', 'tags: ', 'status: ', 'embargo: ', 'follow: {text: ', ', href: https://x.example}', 'standfirst: ',
  ' ', '\n', ' #', '"', "'", '{', '}', '[', ']', ', ', ': ', '- ', '&', '*', '!', '|\n', '>\n', '  ', '? ', '%', '@', '\t', '\\', '...\n', '--- ', '<<: ', '__proto__: ', '😀',
]

/** Marks of the language with words between them, each word its own. */
function scribble(parts: readonly string[]): Arbitrary<string> {
  const part = oneof({ weight: 2, arbitrary: constant('') }, { weight: 3, arbitrary: constantFrom(...parts) })
  return array(part, { maxLength: 30 }).map((list) => list.map((mark, index) => (mark === '' ? `word${index}end` : mark)).join(''))
}

function check(text: string): void {
  const { article, diagnostics } = parseText(text)
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  for (const { line = 0, column = 0 } of diagnostics) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
  }
  if (!article) return
  ParsedArticle.parse(article)
  if (diagnostics.some(({ severity }) => severity === 'error')) return
  const printed = JSON.stringify(article) + JSON.stringify(diagnostics)
  const written = text.replace(/<!--[\s\S]*?-->|<!-->/g, '').replace(/(^| {2})# .*|^ *#.*/gm, '')
  for (const [word] of written.matchAll(/word\d+end/g)) expect(printed).toContain(word)
}

const head = 'headline: Ferries\npublished: 2026-11-20T07:00:00+00:00\n'

it('gives every odd body a tree or a reason, and loses no word of it', () => {
  expect(() => assert(property(scribble(marks), (body) => check(`---\n${head}---\nSix boats.\n\n${body}`)), settings)).not.toThrow()
})

it('gives every odd front matter an article or a reason, and loses no word of it', () => {
  expect(() => assert(property(scribble(yamlMarks), (yaml) => check(`---\n${head}${yaml}\n---\nSix boats.\n`)), settings)).not.toThrow()
})

it('never throws, whatever the bytes', () => {
  expect(() => assert(property(uint8Array({ maxLength: 80 }), (bytes) => void parseText(bytes)), settings)).not.toThrow()
})

it.each([
  ['brackets in YAML', `---\ntags: ${'['.repeat(20_000)}\n---\nx`, ['2:7 broken-yaml']],
  ['quotes', `---\n${head}---\n${'>'.repeat(20_000)} x`, ['5:1 nested-too-deep']],
  ['lists', `---\n${head}---\n${'- '.repeat(3_000)} x`, ['5:1 nested-too-deep']],
  ['a line across', `---\n${head}---\n${'- '.repeat(300)}\n${'*'.repeat(300)}`, []],
  ['emphasis in emphasis, in a value,', `---\n${head}standfirst: "${'*a **b '.repeat(40)}${'b** a* '.repeat(40)}"\n---\nx`, ['4:14 nested-too-deep']],
  ['emphasis in emphasis, in a body,', `---\n${head}---\n${'*a **b '.repeat(40)}${'b** a* '.repeat(40)}`, ['5:1 nested-too-deep']],
  ['emphasis', `---\n${head}---\nA line.\n\n${'*a '.repeat(3_000)}`, ['7:1 tangled-markup']],
  ['emphasis that may end everywhere', `---\n${head}---\n${'*a _b '.repeat(4_000)}${'a* b_ '.repeat(4_000)}`, ['5:1 tangled-markup']],
  ['emphasis in the words of a link', `---\n${head}---\n[${'*a _b '.repeat(4_000)}${'a* b_ '.repeat(4_000)}](https://a.example)`, ['5:1 tangled-markup']],
  ['strikethrough', `---\n${head}---\n${'~a~~b'.repeat(9_000)}`, ['5:1 tangled-markup']],
  ['brackets', `---\n${head}---\n${'[a '.repeat(9_000)}${']'.repeat(9_000)}`, ['5:1 tangled-markup']],
  ['comments that do not end', `---\n${head}---\n${'<!-- '.repeat(9_000)}`, ['5:1 tangled-markup']],
  ['lines that continue a quote', `---\n${head}---\n> a\n${'b\n'.repeat(20_000)}`, ['6:1 tangled-markup']],
  ['boxes', `---\n${head}---\n${':::note\n'.repeat(2_000)}`, ['65:1 nested-too-deep']],
  ['lines of code behind a list', `---\n${head}---\n- a\n\`\`\`\n${'b\n'.repeat(900)}\`\`\`\n`, []],
  ['a long table', `---\n${head}---\n| *a* | *b* |\n| - | - |\n${'| *c* | _d_ |\n'.repeat(900)}`, []],
])('stops at %s without end', (_, text, wrong) => {
  expect(wrongIn(parseText(text))).toEqual(wrong)
})
