import type { NodeType } from '../../ast/node-kinds.ts'
import type { Answer } from '../../contract/renderer.ts'

/** A card shows the headline and the lead picture; nothing of the body is meant to be on it. */
export const nodeAnswers: Readonly<Record<NodeType, Answer>> = {
  text: 'omit', emphasis: 'omit', strong: 'omit', delete: 'omit', inlineCode: 'omit', break: 'omit', link: 'omit', image: 'omit', footnoteReference: 'omit',
  paragraph: 'omit', heading: 'omit', blockquote: 'omit', list: 'omit', listItem: 'omit', table: 'omit', tableRow: 'omit', tableCell: 'omit',
  code: 'omit', thematicBreak: 'omit', footnoteDefinition: 'omit',
  figure: 'omit', gallery: 'omit', video: 'omit', audio: 'omit', embed: 'omit', pullQuote: 'omit', relatedLink: 'omit', factBox: 'omit', update: 'omit',
  note: 'omit', title: 'omit',
}
