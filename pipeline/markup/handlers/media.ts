import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { NodeOf } from '../../ast/nodes.ts'
import { linkAttributes } from '../address.ts'
import type { Handler, MarkupState } from '../state.ts'
import { toHast } from '../to-hast.ts'
import { captionLine, drawCaption } from './pictures.ts'

/** `figure.video`: what stands for a film where none can be played: its poster, its words and its address. */
export const video: Handler<'video'> = (node, state) => {
  const poster = node.picture ? [state.drawPicture(node.picture, '', 'poster')] : []
  return mediaFigure(node, state, poster, [drawMediaAddress(node, state)])
}

/** `figure.audio`: what stands for a recording where none can be played: its words and its address. */
export const audio: Handler<'audio'> = (node, state) => mediaFigure(node, state, [], [drawMediaAddress(node, state)])

/** `div.embed`: the words that the author gave to stand for it, and where it is to be found. */
export const embed: Handler<'embed'> = (node, state) => {
  const words = toHast(node.children, state, 'embed')
  const address = [label(state.words.openEmbed), ' ', ...drawAddress(node.url, state)]
  return h('div', { id: node.id, className: ['embed'] }, [
    ...(words.length ? [h('p', { className: ['embed-text'] }, words)] : []),
    h('p', { className: ['address'] }, address),
  ])
}

/**
 * The figure of a video or audio with a player of the caller’s: `.media-title`, `.caption`, `.credit` and `.duration` follow
 * it in the caption, then whatever `more` there is.
 */
export function mediaFigure(
  node: NodeOf<'video'> | NodeOf<'audio'>,
  state: MarkupState,
  player: readonly ElementContent[],
  more: readonly Element[] = [],
): Element {
  const parts = [
    ...(node.title ? [h('span', { className: ['media-title'] }, node.title)] : []),
    ...captionLine(node, state),
    ...(node.duration ? [drawDuration(node.duration)] : []),
    ...more,
  ]
  return h('figure', { id: node.id, className: [node.type], role: state.figureRole }, [...player, ...drawCaption(parts)])
}

/** `time.duration`: an ISO 8601 duration as a player shows it, `2:31`; any other wording as it stands. */
function drawDuration(duration: string): Element {
  const [isIso, hours = '', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? []
  if (isIso === undefined) return h('span', { className: ['duration'] }, duration)
  const parts = hours === '' ? [minutes, seconds.padStart(2, '0')] : [hours, minutes.padStart(2, '0'), seconds.padStart(2, '0')]
  return h('time', { className: ['duration'], dateTime: duration }, parts.join(':'))
}

/** Where a video or audio is to be had: the story’s own file, or the address that the author gave. */
export function mediaAddress(node: NodeOf<'video'> | NodeOf<'audio'>, state: MarkupState): string {
  return node.media ? state.mediaHref(node.media) : node.src
}

/** `.address`: “Watch” in `.address-label`, and the address in full, which paper needs too. */
function drawMediaAddress(node: NodeOf<'video'> | NodeOf<'audio'>, state: MarkupState): Element {
  const address = node.media ? [ownFile(state.mediaHref(node.media))] : drawAddress(node.src, state)
  const verb = node.type === 'video' ? state.words.watch : state.words.listen
  return h('span', { className: ['address'] }, [label(verb), ' ', ...address])
}

function label(words: string): Element {
  return h('span', { className: ['address-label'] }, words)
}

function ownFile(href: string): Element {
  return h('a', { href }, href)
}

function drawAddress(url: string, state: MarkupState): ElementContent[] {
  const attributes = linkAttributes(url, state)
  return [attributes ? h('a', { ...attributes }, url) : { type: 'text', value: url }]
}
