import type { MediaFile } from '../ast/small-types.ts'
import type { NodeOf, Phrasing } from '../ast/nodes.ts'
import type { MediaKind } from './media-types.ts'
import { placeOf, type ResolveState } from './resolve-state.ts'

/** A video, its poster and its captions, each a file of the newspaper; of a video on the web only the address is kept. */
export async function resolveVideo(node: NodeOf<'video', 'parsed'>, children: Phrasing[], state: ResolveState): Promise<NodeOf<'video'> | undefined> {
  const media = await findMedia(isOnline(node.src) ? undefined : node.src, 'video', node, state)
  const poster = await findPoster(node, state)
  const captions = await findMedia(node.captions, 'captions file', node, state)
  if (!media || !poster || !captions) return state.giveUp()
  return { ...node, ...media, ...poster, ...(captions.media ? { captionsFile: captions.media } : {}), id: state.ids.of(node), children }
}

/** A sound recording, likewise. */
export async function resolveAudio(node: NodeOf<'audio', 'parsed'>, children: Phrasing[], state: ResolveState): Promise<NodeOf<'audio'> | undefined> {
  const media = await findMedia(isOnline(node.src) ? undefined : node.src, 'sound', node, state)
  return media ? { ...node, ...media, id: state.ids.of(node), children } : state.giveUp()
}

function isOnline(src: string): boolean {
  return /^https:\/\//i.test(src) && URL.canParse(src)
}

type Node = NodeOf<'video' | 'audio', 'parsed'>

/** The file, an empty answer where none is asked for, nothing where it could not be had. */
async function findMedia(written: string | undefined, what: MediaKind, node: Node, state: ResolveState): Promise<{ media?: MediaFile } | undefined> {
  if (written === undefined) return {}
  const media = await state.files.media(written, what, placeOf(state, node))
  return media && { media }
}

async function findPoster(node: NodeOf<'video', 'parsed'>, state: ResolveState): Promise<Pick<NodeOf<'video'>, 'picture'> | undefined> {
  if (node.poster === undefined) return {}
  const poster = await state.files.picture(node.poster, 'poster', placeOf(state, node))
  return poster && { picture: poster.picture }
}
