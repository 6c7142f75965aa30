import type { NodeType } from '../../ast/node-kinds.ts'
import type { Answer } from '../../contract/renderer.ts'

/**
 * What every page on the web answers for the kinds of nodes that `sharedHandlers` draw in full. Embeds are left out: what a
 * page may load from others is for each renderer to say. A new kind does not compile until it has an answer here.
 */
export const pageNodes = {
  text: 'render',
  emphasis: 'render',
  strong: 'render',
  delete: 'render',
  inlineCode: 'render',
  break: 'render',
  link: 'render',
  image: 'render',
  footnoteReference: 'render',
  paragraph: 'render',
  heading: 'render',
  blockquote: 'render',
  list: 'render',
  listItem: 'render',
  table: 'render',
  tableRow: 'render',
  tableCell: 'render',
  code: 'render',
  thematicBreak: 'render',
  footnoteDefinition: 'render',
  figure: 'render',
  gallery: 'render',
  video: 'render',
  audio: 'render',
  pullQuote: 'render',
  relatedLink: 'render',
  factBox: 'render',
  update: 'render',
  note: 'render',
  title: 'render',
} as const satisfies Record<Exclude<NodeType, 'embed'>, Answer>
