import type { NodeOf, Phrasing } from '../ast/nodes.ts'
import type { Place } from '../contract/diagnostic.ts'
import type { PictureMetadata } from '../contract/source.ts'
import { placeOf, type ResolveState } from './resolve-state.ts'

type WrittenFigure = NodeOf<'figure', 'parsed'>

/** Measure the picture of a figure; its own metadata fills what the author has left out. `caption` is the author's, complete. */
export async function resolveFigure(node: WrittenFigure, caption: Phrasing[], state: ResolveState, place = placeOf(state, node)): Promise<NodeOf<'figure'> | undefined> {
  const found = await state.files.picture(node.src, 'picture', place)
  if (found === undefined) return state.giveUp()
  const { picture, metadata } = found
  const { credit, copyright, ...written } = node
  return {
    ...written,
    ...unlessEmpty('credit', credit ?? metadata.credit),
    ...unlessEmpty('copyright', copyright ?? metadata.copyright),
    alt: altOf(node.alt, metadata) ?? missingAlt(node.src, place, state),
    id: state.ids.of(node),
    picture,
    children: caption.length > 0 ? caption : captionOf(metadata),
  }
}

/** A picture within a line of prose. */
export async function resolveImage(node: NodeOf<'image', 'parsed'>, state: ResolveState): Promise<NodeOf<'image'> | undefined> {
  const place = placeOf(state, node)
  const found = await state.files.picture(node.url, 'picture', place)
  if (found === undefined) return state.giveUp()
  return { ...node, alt: altOf(node.alt, found.metadata) ?? missingAlt(node.url, place, state), picture: found.picture }
}

function captionOf({ caption }: PictureMetadata): Phrasing[] {
  return caption === undefined ? [] : [{ type: 'text', value: caption }]
}

/** An empty text is the author's word, too: it keeps the metadata out. */
function unlessEmpty<Key extends 'credit' | 'copyright'>(key: Key, text: string | undefined): { [K in Key]?: string } {
  return (text ? { [key]: text } : {}) as { [K in Key]?: string }
}

function altOf(written: string | undefined, metadata: PictureMetadata): string | undefined {
  return written?.trim() ? written : metadata.alt
}

function missingAlt(path: string, place: Place, { report }: ResolveState): string {
  report('missing-alt', place, { path })
  return ''
}
