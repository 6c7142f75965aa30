import * as z from 'zod'
import { DateTime, MediaFile, Picture } from './small-types.ts'

/**
 * What may stand inside what. `phrasing` and `flow` are mdast's words for inline and block content
 * (https://github.com/syntax-tree/mdast#content-model).
 */
export const content = {
  phrasing: ['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image', 'footnoteReference'],
  flow: [
    'paragraph', 'heading', 'blockquote', 'list', 'table', 'code', 'thematicBreak', 'footnoteDefinition',
    'figure', 'gallery', 'video', 'audio', 'embed', 'pullQuote', 'relatedLink', 'factBox', 'update', 'note',
  ],
  items: ['listItem'],
  rows: ['tableRow'],
  cells: ['tableCell'],
  pictures: ['title', 'figure'],
  box: [
    'title',
    'paragraph', 'heading', 'blockquote', 'list', 'table', 'code', 'thematicBreak', 'footnoteDefinition',
    'figure', 'gallery', 'video', 'audio', 'embed', 'pullQuote', 'relatedLink', 'factBox', 'update', 'note',
  ],
} as const

const text = z.string()
const align = z.enum(['left', 'right', 'center']).nullable()

/**
 * The tree, kind by kind: the one definition that the types, the runtime check, the JSON Schema and every renderer's
 * `nodes` answers are made from.
 *
 * - `written`: fields as the author gave them, in both states of the tree;
 * - `resolved`: fields that `resolve` adds, in the state `article` only;
 * - `children`: a row of `content`, or null for a leaf.
 *
 * Prose follows mdast; references to definitions are already links and pictures here. The children of a figure,
 * video, audio are its caption; those of an embed and a related link are the words that stand for it.
 */
export const nodeKinds = {
  text: { written: { value: text }, resolved: {}, children: null },
  emphasis: { written: {}, resolved: {}, children: 'phrasing' },
  strong: { written: {}, resolved: {}, children: 'phrasing' },
  delete: { written: {}, resolved: {}, children: 'phrasing' },
  inlineCode: { written: { value: text }, resolved: {}, children: null },
  break: { written: {}, resolved: {}, children: null },
  link: { written: { url: text, title: text.optional() }, resolved: {}, children: 'phrasing' },
  image: { written: { url: text, alt: text, title: text.optional() }, resolved: { picture: Picture }, children: null },
  footnoteReference: { written: { identifier: text, label: text }, resolved: {}, children: null },

  paragraph: { written: {}, resolved: {}, children: 'phrasing' },
  heading: { written: { depth: z.int().min(2).max(6) }, resolved: {}, children: 'phrasing' },
  blockquote: { written: {}, resolved: {}, children: 'flow' },
  list: { written: { ordered: z.boolean(), start: z.int().min(0).optional(), spread: z.boolean() }, resolved: {}, children: 'items' },
  listItem: { written: { checked: z.boolean().optional(), spread: z.boolean() }, resolved: {}, children: 'flow' },
  table: { written: { align: z.array(align) }, resolved: {}, children: 'rows' },
  tableRow: { written: {}, resolved: {}, children: 'cells' },
  tableCell: { written: {}, resolved: {}, children: 'phrasing' },
  code: { written: { lang: text.optional(), meta: text.optional(), value: text }, resolved: {}, children: null },
  thematicBreak: { written: {}, resolved: {}, children: null },
  footnoteDefinition: { written: { identifier: text, label: text }, resolved: {}, children: 'flow' },

  figure: {
    written: { src: text, alt: text.optional(), credit: text.optional(), copyright: text.optional() },
    resolved: { alt: text, picture: Picture },
    children: 'phrasing',
  },
  gallery: { written: {}, resolved: {}, children: 'pictures' },
  video: {
    written: {
      src: text, poster: text.optional(), title: text.optional(), credit: text.optional(),
      captions: text.optional(), duration: text.optional(),
    },
    resolved: { media: MediaFile.optional(), picture: Picture.optional(), captionsFile: MediaFile.optional() },
    children: 'phrasing',
  },
  audio: {
    written: { src: text, title: text.optional(), credit: text.optional(), duration: text.optional() },
    resolved: { media: MediaFile.optional() },
    children: 'phrasing',
  },
  embed: { written: { url: text, provider: text.optional() }, resolved: {}, children: 'phrasing' },
  pullQuote: { written: { text, by: text.optional() }, resolved: {}, children: null },
  relatedLink: { written: { href: text.optional(), ref: text.optional() }, resolved: { url: text }, children: 'phrasing' },
  factBox: { written: {}, resolved: {}, children: 'box' },
  update: { written: { time: DateTime }, resolved: {}, children: 'box' },
  note: { written: {}, resolved: {}, children: 'flow' },
  title: { written: {}, resolved: {}, children: 'phrasing' },
} as const satisfies Record<string, NodeKind>

interface NodeKind {
  written: z.ZodRawShape
  resolved: z.ZodRawShape
  children: keyof typeof content | null
}

/** Every kind of node that a tree may hold. */
export type NodeType = keyof typeof nodeKinds
