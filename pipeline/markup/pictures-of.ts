import type { Article } from '../ast/article.ts'
import type { AnyNode } from '../ast/nodes.ts'
import type { Picture } from '../ast/small-types.ts'
import { descendants } from '../ast/descendants.ts'
import type { PicturePlace } from './state.ts'

/** A picture that the handlers will ask for. */
export interface PlacedPicture {
  picture: Picture
  alt: string
  place: PicturePlace
}

/**
 * Every picture that drawing a story takes, lead first, then in order of the text: what a renderer fetches before it draws.
 * A picture that is shown twice is named twice.
 */
export function picturesOf(article: Article): PlacedPicture[] {
  const lead: PlacedPicture[] = article.lead ? [{ picture: article.lead.picture, alt: article.lead.alt, place: 'lead' }] : []
  const phrasing = [article.standfirst, article.lead?.children, article.contributors, ...article.corrections.map(({ text }) => text)]
  const around = phrasing.flatMap((nodes) => (nodes ?? []).flatMap((node) => placed([node, ...descendants(node)])))
  return [...lead, ...around, ...placed([...descendants(article.body)])]
}

function placed(nodes: readonly AnyNode[]): PlacedPicture[] {
  const inGallery = new Set(nodes.flatMap((node) => (node.type === 'gallery' ? node.children : [])))
  return nodes.flatMap((node): PlacedPicture[] => {
    if (node.type === 'figure') return [{ picture: node.picture, alt: node.alt, place: inGallery.has(node) ? 'gallery' : 'figure' }]
    if (node.type === 'video' && node.picture) return [{ picture: node.picture, alt: '', place: 'poster' }]
    return node.type === 'image' ? [{ picture: node.picture, alt: node.alt, place: 'inline' }] : []
  })
}
