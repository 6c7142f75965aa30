import type { Article } from '../../pipeline/ast/article.ts'

interface Written {
  type: string
  value?: string | undefined
  text?: string | undefined
  by?: string | undefined
  title?: string | undefined
  credit?: string | undefined
  children?: readonly Written[]
}

/** Pieces of text that a reader must find, each whole and in itself in order. */
export interface StoryWords {
  /** Headline, byline, dateline, lead, contributors, related titles, follow link: where they stand is the format's own matter. */
  around: string[]
  /** The body, one piece a paragraph, heading, cell, caption or credit, in order; footnotes left out. */
  body: string[]
  /** Each paragraph of the footnotes, which every format puts somewhere else. */
  footnotes: string[]
}

/** All that must be readable of a story, from its tree alone. `blocks`: how many blocks of the body; absent: all. */
export function wordsOfStory(article: Article, blocks = article.body.children.length): StoryWords {
  const body: readonly Written[] = article.body.children.slice(0, blocks)
  return { around: wordsAround(article), body: piecesOf(body.filter(isInPlace)), footnotes: piecesOf(body.filter((block) => !isInPlace(block))) }
}

function wordsAround({ headline, byline, dateline, lead, contributors = [], related, follow }: Article): string[] {
  const leadWords = lead ? [inlineText(lead.children), lead.credit] : []
  const words = [headline, ...byline.map(({ name }) => name), dateline, ...leadWords, inlineText(contributors), ...related.map(({ title }) => title), follow?.text]
  return present(words)
}

function isInPlace({ type }: Written): boolean {
  return type !== 'footnoteDefinition'
}

function piecesOf(nodes: readonly Written[]): string[] {
  return nodes.flatMap(({ type, value, text, by, title, credit, children = [] }) => {
    if (type === 'code') return present([value])
    if (type === 'pullQuote') return present([text, by])
    const isProse = children.every((child) => phrasing.has(child.type))
    return present([type === 'video' || type === 'audio' ? title : undefined, ...(isProse ? [inlineText(children)] : piecesOf(children)), credit])
  })
}

function present(pieces: readonly (string | undefined)[]): string[] {
  return pieces.filter((piece) => piece !== undefined).filter((piece) => piece.trim() !== '')
}

const phrasing = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image', 'footnoteReference'])

function inlineText(nodes: readonly Written[]): string {
  return nodes.map(({ value = ' ', children }) => (children ? inlineText(children) : value)).join('')
}
