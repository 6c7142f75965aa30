import type { Root } from 'mdast'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import type { Extension } from 'micromark-util-types'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { mayHoldAddress, withoutAddresses, type Syntax } from './bare-addresses.ts'
import { commentSyntax } from './comment-syntax.ts'
import { directiveSource } from './directive-source.ts'
import { plainProse } from './plain-prose.ts'
import { guardedSyntax } from './tangled-markup.ts'

/** Parse the body of a story: CommonMark, GFM, block directives, and of HTML only comments and tags that are marked as such. */
export function parseBlocks(text: string): Root {
  return (mayHoldAddress(text) ? blockParser : blockParserWithoutAddresses).parse(text)
}

/** Parse text that is one run of prose: no construct of whole lines has a meaning in it. */
export function parseProse(text: string): Root {
  return plainProse(text) ?? (mayHoldAddress(text) ? proseParser : proseParserWithoutAddresses).parse(text)
}

/** Only the block half: inline, `10:30` would become a directive and vanish. */
const blockDirectives: Extension = { flow: directive().flow ?? {} }

const noBlocks: Extension = {
  disable: {
    null: [
      'blockQuote', 'list', 'thematicBreak', 'headingAtx', 'setextUnderline', 'codeFenced', 'codeIndented', 'definition',
      'table', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'tasklistCheck', 'comment', 'htmlFlow',
    ],
  },
}

/** How the body of a story is parsed. */
export const blocks = syntax(blockDirectives, commentSyntax())
/** How one run of prose is parsed. */
export const prose = syntax(commentSyntax(), noBlocks)
const [blockParser, blockParserWithoutAddresses] = [parserOf(blocks), parserOf(withoutAddresses(blocks))]
const [proseParser, proseParserWithoutAddresses] = [parserOf(prose), parserOf(withoutAddresses(prose))]

function parserOf({ extensions, mdastExtensions }: Syntax) {
  return unified().use(remarkParse).data('micromarkExtensions', extensions).data('fromMarkdownExtensions', mdastExtensions).freeze()
}

/** Put together once: it takes as long as parsing a short story. */
function syntax(...extensions: Extension[]): Syntax {
  return { extensions: [...extensions, gfm(), guardedSyntax()], mdastExtensions: [directiveSource(), ...gfmFromMarkdown()] }
}
