/** Markdown that parsers look through again and again, by name: about so many bytes of it. */
export const tangles: Readonly<Record<string, (bytes: number) => string>> = {
  quotes: (bytes) => repeat(`${'>'.repeat(40)} a\n`, bytes),
  'lazy-lines': (bytes) => `> a\n${repeat('b\n', bytes)}`,
  lists: (bytes) => Array.from({ length: bytes / 24 }, (_, index) => `${' '.repeat((index % 20) * 2)}- a\n`).join(''),
  emphasis: (bytes) => repeat('*a _b ', bytes / 2) + repeat('a* b_ ', bytes / 2),
  'emphasis-opened': (bytes) => repeat('*a **b ', bytes),
  strikethrough: (bytes) => repeat('~a~~b', bytes),
  brackets: (bytes) => repeat('[a ', (bytes / 4) * 3) + repeat(']', bytes / 4),
  links: (bytes) => repeat('[a](b "', bytes),
  pictures: (bytes) => repeat('![[]()', bytes),
  comments: (bytes) => repeat('<!-- ', bytes),
  ticks: (bytes) => repeat('`a ``b ', bytes),
  table: (bytes) => `| a | b |\n| - | - |\n${repeat('| *c* | [d](e) |\n', bytes)}`,
  'wide-table': (bytes) => `|${repeat(' a |', bytes / 2)}\n|${repeat(' - |', bytes / 2)}\n| x |\n`,
  boxes: (bytes) => repeat(':::note\n', bytes),
  directives: (bytes) => repeat('::embed[a]{url=https://b.example/}\n\n', bytes),
  attributes: (bytes) => `::embed[a]{${repeat('a="b" ', bytes)}}\n`,
  footnotes: (bytes) => Array.from({ length: bytes / 12 }, (_, index) => `[^${index}]: a\n\n`).join(''),
  definitions: (bytes) => Array.from({ length: bytes / 10 }, (_, index) => `[x${index}]: /a\n`).join(''),
}

function repeat(part: string, bytes: number): string {
  return part.repeat(Math.ceil(bytes / part.length))
}
