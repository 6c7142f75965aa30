import type { Root } from 'mdast'
import { directive } from 'micromark-extension-directive'
import type { Extension } from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { commentSyntax } from './comment-syntax.ts'
import { directiveSource } from './directive-source.ts'

/** Parse the body of a story: CommonMark, GFM, block directives, and of HTML only comments and tags that are marked as such. */
export function parseBlocks(text: string): Root {
  return blocks.parse(text)
}

/** Parse text that is one run of prose: no construct of whole lines has a meaning in it. */
export function parseProse(text: string): Root {
  return prose.parse(text)
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

const blocks = build([blockDirectives, commentSyntax()])
const prose = build([commentSyntax(), noBlocks])

/** Built once: a processor costs more than a short story. */
function build(extensions: Extension[]): Processor<Root> {
  const processor = unified().use(remarkParse).use(remarkGfm)
  const data = processor.data()
  data.micromarkExtensions = extensions
  data.fromMarkdownExtensions = [directiveSource()]
  return processor.freeze()
}
