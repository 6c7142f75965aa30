import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

const [dash, greater, less, bang, space] = [45, 62, 60, 33, 32]

/**
 * Comments that stand on lines of their own, in place of micromark's HTML blocks: those swallow the words behind `-->` on
 * its line, and, unclosed, the rest of the story. Comments inside of lines are left to micromark's inline HTML.
 */
export function commentSyntax(): Extension {
  const comment: Construct = { name: 'comment', tokenize: tokenizeComment, concrete: true }
  return { flow: { [less]: comment }, disable: { null: ['htmlFlow'] } }
}

/** `<!--` … `-->` (CommonMark 0.31, §6.6), then only white space up to the end of the line. */
function tokenizeComment(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupts = this.interrupt
  let opened = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('htmlFlow')
    effects.enter('htmlFlowData')
    effects.consume(code)
    return open
  }

  function open(code: Code): State | undefined {
    if (code !== [bang, dash, dash][opened]) return nok(code)
    effects.consume(code)
    opened += 1
    return opened === 3 ? close : open
  }

  function inside(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (isLineEnding(code)) return lineEnd(code)
    effects.consume(code)
    return code === dash ? firstDash : inside
  }

  function firstDash(code: Code): State | undefined {
    if (code !== dash) return inside(code)
    effects.consume(code)
    return close
  }

  function close(code: Code): State | undefined {
    if (code === greater) {
      effects.consume(code)
      return after
    }
    if (code !== dash) return inside(code)
    effects.consume(code)
    return close
  }

  function after(code: Code): State | undefined {
    if (code === null || isLineEnding(code)) {
      effects.exit('htmlFlowData')
      effects.exit('htmlFlow')
      return ok(code)
    }
    // Tabs arrive as negative codes.
    if (code !== space && code >= 0) return nok(code)
    effects.consume(code)
    return after
  }

  function lineEnd(code: Code): State | undefined {
    effects.exit('htmlFlowData')
    // The parser only asks whether a paragraph ends here; the lines to come are not there yet.
    if (interrupts) return leave(code)
    return atLineEnd(code)
  }

  function leave(code: Code): State | undefined {
    effects.exit('htmlFlow')
    return ok(code)
  }

  function atLineEnd(code: Code): State | undefined {
    return effects.check({ tokenize: tokenizeOwnLine, partial: true }, nextLine, nok)(code)
  }

  function nextLine(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }

  function lineStart(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (isLineEnding(code)) return atLineEnd(code)
    effects.enter('htmlFlowData')
    return inside(code)
  }
}

/** The next line belongs to the same quote or list as this one, and is not a lazy continuation of it. */
function tokenizeOwnLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { parser, now } = this
  return (code) => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return (next) => (parser.lazy[now().line] ? nok(next) : ok(next))
  }
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2
}
