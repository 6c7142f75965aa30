import type { Handlers } from '../state.ts'
import { factBox, note, title, update } from './boxes.ts'
import { footnoteDefinition, footnoteReference } from './footnotes.ts'
import { list, listItem } from './lists.ts'
import { audio, embed, video } from './media.ts'
import { figure, gallery, image } from './pictures.ts'
import { blockquote, code, heading, paragraph, thematicBreak } from './prose.ts'
import { lineBreak, emphasis, inlineCode, link, strikethrough, strong, text } from './phrasing.ts'
import { pullQuote, relatedLink } from './pull-quote.ts'
import { table, tableCell, tableRow } from './tables.ts'

/** How each kind of node is drawn wherever a renderer has not said otherwise. */
export const sharedHandlers: Handlers = {
  text,
  emphasis,
  strong,
  delete: strikethrough,
  inlineCode,
  break: lineBreak,
  link,
  image,
  footnoteReference,
  paragraph,
  heading,
  blockquote,
  list,
  listItem,
  table,
  tableRow,
  tableCell,
  code,
  thematicBreak,
  footnoteDefinition,
  figure,
  gallery,
  video,
  audio,
  embed,
  pullQuote,
  relatedLink,
  factBox,
  update,
  note,
  title,
}
