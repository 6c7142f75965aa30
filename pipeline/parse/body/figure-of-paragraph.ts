import type { Image, Paragraph } from 'mdast'
import type { NodeOf } from '../../ast/nodes.ts'
import { noteComment } from './allowances.ts'
import { type BodyState, positioned } from './body-state.ts'
import { addressOf, pictureOf } from './inline-handlers.ts'

/** `![alt](a.jpg "Caption")`, alone in its paragraph or beside others of its kind: those figures. Nothing where there are words. */
export function figuresOfParagraph(node: Paragraph, state: BodyState): NodeOf<'figure', 'parsed'>[] | undefined {
  const comments = node.children.filter((child) => child.type === 'html' && child.value.startsWith('<!--'))
  const parts = node.children.filter((child) => !comments.includes(child) && !(child.type === 'text' && child.value.trim() === ''))
  const pictures = parts.map((part) => pictureIn(part, state)).filter((picture) => picture !== undefined)
  if (pictures.length === 0 || pictures.length < parts.length) return undefined
  for (const comment of comments) if (comment.type === 'html') noteComment(comment, node, state)
  return pictures.map((picture) => figureOf(picture, state))
}

function pictureIn(part: Paragraph['children'][number], state: BodyState): Image | undefined {
  if (part.type === 'image') return part
  const definition = part.type === 'imageReference' ? state.references.definitions.get(part.identifier) : undefined
  return part.type === 'imageReference' && definition ? { ...part, ...addressOf(definition), type: 'image' } : undefined
}

/** The title of the picture is the caption, and inline Markdown as in the directive. */
function figureOf(node: Image, state: BodyState): NodeOf<'figure', 'parsed'> {
  const { url, alt } = pictureOf(node)
  const title = node.data?.titleSource
  const caption = title ? state.prose({ value: title.text, pointAt: (index) => state.view.pointAt((title.at.offset ?? 0) + index) }) : []
  return { type: 'figure', src: url, ...(alt === '' ? {} : { alt }), children: caption, ...positioned(node, state) }
}
