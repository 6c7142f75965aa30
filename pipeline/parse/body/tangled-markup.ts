import { htmlText } from 'micromark-core-commonmark'
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'

/** How many marks of one kind one block may have. A parser looks for the partner of each among all before it: twice as many take four times as long. */
const mostMarks = 1000

/** Characters of one block that are looked through in vain. */
const mostInVain = 500_000

/** What a parser would be busy with for minutes: what there is too much of, and the line of the file where its block begins. */
export class TangledMarkup extends RangeError {
  readonly what: string
  readonly line: number
  constructor(what: string, line: number) {
    super(`One block has ${what}.`)
    this.what = what
    this.line = line
  }
}

/** The inline syntax that searches backwards, each as it was, but for a block with too many of its marks, at which it throws `TangledMarkup`. */
export function guardedSyntax(): Extension {
  const [emphasis, brackets] = [counting('marks of emphasis'), counting('closing brackets')]
  return { text: { 42: emphasis, 95: emphasis, 126: emphasis, 93: brackets, 60: countingFailures(htmlText) } }
}

/** Only counts and always fails, so that the construct behind it is asked, once: a bracket that was tried twice is not what it was. */
function counting(what: string): Construct {
  const met = new WeakMap<TokenizeContext, { count: number; line: number }>()
  return {
    tokenize(_effects, _ok, nok) {
      const { count, line } = met.get(this) ?? { count: 0, line: this.now().line }
      if (count === mostMarks) throw new TangledMarkup(`more than ${mostMarks} ${what}`, line)
      met.set(this, { count: count + 1, line })
      return nok
    },
  }
}

/** A tag or comment without an end is looked for up to the end of its block, and so is the next. */
function countingFailures(construct: Construct): Construct {
  const inVain = new WeakMap<TokenizeContext, { characters: number; line: number }>()
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const { characters, line } = inVain.get(this) ?? { characters: 0, line: this.now().line }
      if (characters > mostInVain) throw new TangledMarkup('many tags or comments that do not end', line)
      const begin = this.now().offset
      return construct.tokenize.call(this, effects, ok, (code) => {
        inVain.set(this, { characters: characters + this.now().offset - begin, line })
        return nok(code)
      })
    },
  }
}
