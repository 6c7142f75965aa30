import type { Nodes } from 'mdast'
import { walk } from '../../../ast/walk.ts'
import { type BodyState, placeOfNode } from '../body-state.ts'
import { type Directive, type DirectiveKind, given, ownFields } from './directive.ts'
import { nameOfBlock } from './name-of-block.ts'

/** Words taken out of the story and set large. They are plain text, as typed, so that no output says them in two ways. */
export const pullQuote: DirectiveKind = {
  form: 'container',
  description: 'Words of the story, set large. They are plain text.',
  attributes: {
    by: 'Who said them.',
  },
  required: [],
  label: 'none',
  example: ':::pullquote{by="Ana Duarte"} and below it the words, then :::',
  read: (directive, state) => {
    for (const child of directive.children) inspect(child, state)
    const text = wordsAsTyped(directive, state)
    if (text === '') state.report('empty-container', directive.place, { directive: directive.name })
    return [{ type: 'pullQuote', text, ...given(directive, 'by'), ...ownFields(directive) }]
  },
}

/** The lines between the fences, without comments; a line end is a space, a blank line a new line. */
function wordsAsTyped({ node }: Directive, { view }: BodyState): string {
  const places = (node.data as { position?: { opening?: Range; closing?: Range } } | undefined)?.position
  const inside = view.text.slice(places?.opening?.end.offset, places?.closing?.start.offset ?? node.position?.end.offset)
  const lines = inside.split('\n').map((line) => line.replace(/^[ \t>]+/, '').trimEnd())
  return lines
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n')
}

interface Range {
  start: { offset: number }
  end: { offset: number }
}

const plain = new Set(['paragraph', 'text', 'break'])
const blocks = new Set(['heading', 'blockquote', 'list', 'table', 'code', 'thematicBreak', 'footnoteDefinition', 'definition', 'image', 'imageReference', 'footnoteReference', 'leafDirective', 'containerDirective'])

function inspect(child: Nodes, state: BodyState): void {
  walk(child, (node) => {
    const isComment = node.type === 'html' && node.value.startsWith('<!--')
    const isBareAddress = node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'text' && node.url.endsWith(node.children[0].value)
    if (plain.has(node.type) || isComment || isBareAddress) return undefined
    if (node.type === 'html') state.report('raw-html', placeOfNode(node, state), { tag: node.value })
    else state.report(blocks.has(node.type) ? 'pull-quote-content' : 'pull-quote-markup', placeOfNode(node, state), { found: nameOfBlock(node) })
    return 'skip'
  })
}
