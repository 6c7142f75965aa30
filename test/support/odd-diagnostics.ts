import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'

/** A diagnostic as reporters get it, plain but for what is given. */
export function diagnostic(more: Partial<Diagnostic> = {}): Diagnostic {
  return { severity: 'error', rule: 'missing-alt', scope: 'story', file: 'articles/ferry.md', line: 12, column: 3, reason: 'The picture "boat.jpg" has no alternative text.', hint: 'Say what it shows.', story: 'ferry', ...more }
}

/** Everything that names of files and words of authors hold, each under what it could break. */
export const oddities: Readonly<Record<string, string>> = {
  'a percent sign': '100%0A of it, %25 twice',
  'a line end': 'first line\nsecond line\r\nthird line',
  'a colon and a comma': 'articles/10:30, a time',
  'two colons that begin a command': '::error file=secret::gotcha',
  'quotes': `"double", 'single', “curly” and \`ticks\``,
  'markup': '<b>bold</b> & &amp; <!-- hidden -->',
  'the end of a CDATA section': 'if (a[b[0]]>1) ]]>',
  'a pipe and a backslash': 'a | b \\| c \\',
  'Markdown': '*stars* _lines_ [words](https://evil.example) ![x](y) # no heading @team',
  'letters of the world': 'Łódź café 東京 المرفأ 🦆',
  'marks apart from their letters': 'cafe\u0301',
  'control characters': 'bell\u0007, escape\u001B[31m, null\u0000, delete\u007F',
  'what no XML can hold': 'not \uFFFE a character',
  'half of a letter': 'broken \uD83E emoji',
  'braces': '::figure[Words]{src=a.jpg} {0}',
  'spaces': '  leading, trailing and  double  ',
}
