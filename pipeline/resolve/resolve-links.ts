import type { NodeOf, Phrasing } from '../ast/nodes.ts'
import { checkAddress } from './check-address.ts'
import { lookUpStory } from './look-up-story.ts'
import { placeOf, type ResolveState } from './resolve-state.ts'

/** A link in prose. */
export function resolveLink(node: NodeOf<'link', 'parsed'>, children: Phrasing[], state: ResolveState): NodeOf<'link'> | undefined {
  const url = checkAddress(node.url, { what: 'link', place: placeOf(state, node), inProse: true }, state)
  return url === undefined ? state.giveUp() : { ...node, url, children }
}

/** Something on another site; only its address is kept, nothing is fetched. */
export function resolveEmbed(node: NodeOf<'embed', 'parsed'>, children: Phrasing[], state: ResolveState): NodeOf<'embed'> | undefined {
  const url = checkAddress(node.url, { what: 'embed', place: placeOf(state, node) }, state)
  return url === undefined ? state.giveUp() : { ...node, url, id: state.ids.of(node), children }
}

/** A link to another story, by its slug or by an address; without words of its own it takes that story's headline. */
export function resolveRelatedLink(node: NodeOf<'relatedLink', 'parsed'>, children: Phrasing[], state: ResolveState): NodeOf<'relatedLink'> | undefined {
  const place = placeOf(state, node)
  const id = state.ids.of(node)
  if (node.ref === undefined) {
    const url = checkAddress(node.href ?? '', { what: 'related link', place }, state)
    return url === undefined ? state.giveUp() : { ...node, url, id, children }
  }
  const story = lookUpStory(node.ref, place, state)
  if (story === 'not-public') return undefined
  if (story === undefined) return state.giveUp()
  return { ...node, url: story.url, id, children: children.length > 0 ? children : [{ type: 'text', value: story.headline }] }
}
