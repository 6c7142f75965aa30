import { h } from 'hastscript'
import { schemaVersion, type Article } from '../../pipeline/ast/article.ts'
import type { Flow, NodeOf, Phrasing } from '../../pipeline/ast/nodes.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import type { MediaFile, Picture } from '../../pipeline/ast/small-types.ts'
import type { MarkupSettings } from '../../pipeline/markup/state.ts'

export const publication: Publication = {
  name: 'The Harbour Post',
  slogan: 'Light on the water',
  url: 'https://harbourpost.example',
  language: 'en-GB',
  timezone: 'Europe/London',
  social: {},
  sections: [{ id: 'sea', name: 'Sea' }],
  front: [],
}

/** Settings that draw a picture as its bare `img`. */
export const plainSettings: MarkupSettings = {
  publication,
  audience: 'public',
  drawPicture: ({ src }, alt, place) => h('img', { src, alt, dataPlace: place }),
  mediaHref: ({ src }) => `https://harbourpost.example/${src}`,
}

/** A complete story with this body. */
export function storyWith(blocks: Flow[], changes: Partial<Article> = {}): Article {
  return {
    type: 'article',
    schemaVersion,
    source: 'articles/ferry.md',
    slug: 'ferry',
    id: 'ferry',
    formerly: [],
    headline: 'Skerrin ferry sails again',
    headlines: { social: 'Skerrin ferry sails again', seo: 'Skerrin ferry sails again', print: 'Skerrin ferry sails again' },
    section: { id: 'sea', name: 'Sea' },
    tone: 'news',
    commercial: 'none',
    byline: [{ name: 'Mara Quill' }],
    published: '2026-05-04T08:00:00+01:00',
    language: 'en-GB',
    direction: 'ltr',
    related: [],
    tags: [],
    status: 'usable',
    corrections: [],
    access: { level: 'free' },
    places: {},
    path: 'sea/ferry',
    url: 'https://harbourpost.example/sea/ferry/',
    canonical: 'https://harbourpost.example/sea/ferry/',
    body: { type: 'root', children: blocks },
    ...changes,
  }
}

export const picture: Picture = { src: 'media/ferry.jpg', sha256: 'a'.repeat(64), mediaType: 'image/jpeg', width: 1600, height: 900, bytes: 90_000 }

/** A file that a story brings with it. */
export function media(src: string, mediaType: string): MediaFile {
  return { src, mediaType, sha256: 'b'.repeat(64), bytes: 1000 }
}

/** Words as typed. */
export function words(value: string): NodeOf<'text'> {
  return { type: 'text', value }
}

/** A paragraph of words and other inline nodes. */
export function paragraph(id: string, ...children: (string | Phrasing)[]): NodeOf<'paragraph'> {
  return { type: 'paragraph', id, children: children.map((child) => (typeof child === 'string' ? words(child) : child)) }
}

/** A heading of one phrase. */
export function heading(depth: number, text: string): NodeOf<'heading'> {
  return { type: 'heading', id: text.toLowerCase(), depth, children: [words(text)] }
}

/** A figure of the ferry. */
export function figure(id: string, more: Partial<NodeOf<'figure'>> = {}): NodeOf<'figure'> {
  return { type: 'figure', id, src: 'ferry.jpg', alt: 'A ferry at a quay.', picture, children: [], ...more }
}
