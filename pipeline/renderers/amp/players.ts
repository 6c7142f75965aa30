import type { Element } from 'hast'
import { h } from 'hastscript'
import { publicUrl, relativeHref } from '../../ast/addresses.ts'
import type { NodeOf } from '../../ast/nodes.ts'
import type { MediaFile } from '../../ast/small-types.ts'
import { audio as audioAddress, embed as embedCard, mediaAddress, mediaFigure, video as videoAddress } from '../../markup/handlers/media.ts'
import type { Handlers, MarkupState } from '../../markup/state.ts'
import { embedElement } from './embed-elements.ts'
import type { PictureFiles } from '../../markup/page/picture-files.ts'

/**
 * Films, sounds and embeds by the elements of AMP's own. What lies elsewhere and is no film or sound itself stays a poster,
 * its words and its address. Where AMP's scripts do not run, the browser's own player stands in.
 */
export function players(files: PictureFiles, path: string): Pick<Handlers, 'video' | 'audio' | 'embed'> {
  return {
    video(node, state, parent) {
      const src = mediaAddress(node, state)
      const type = node.media?.mediaType ?? typeOf(src, films)
      if (type === undefined) return videoAddress(node, state, parent)
      const track = node.captionsFile && captionTrack(node.captionsFile, state, path)
      const source = h('source', { src, type })
      const shape = posterOf(node, files, path)
      const plain = h('noscript', h('video', { controls: true, preload: 'none', ...shape }, source))
      return mediaFigure(node, state, [h('amp-video', { ...settings, layout: 'responsive', title: node.title, ...shape }, [source, track, plain])])
    },
    audio(node, state, parent) {
      const src = mediaAddress(node, state)
      const type = node.media?.mediaType ?? typeOf(src, sounds)
      if (type === undefined) return audioAddress(node, state, parent)
      const source = h('source', { src, type })
      const plain = h('noscript', h('audio', { controls: true, preload: 'none' }, source))
      return mediaFigure(node, state, [h('amp-audio', { ...settings, layout: 'fixed-height', height: '54', title: node.title }, [source, plain])])
    },
    embed(node, state, parent) {
      const element = embedElement(node.url)
      const card = embedCard(node, state, parent)
      if (!element || Array.isArray(card) || card.type !== 'element') return card
      const { name, attributes, width, height } = element
      return { ...card, children: [h(name, { ...attributes, layout: 'responsive', width: String(width), height: String(height) }), ...card.children] }
    },
  }
}

const settings = { controls: true, preload: 'none' }

/** AMP takes no relative address here. */
function captionTrack(file: MediaFile, state: MarkupState, path: string): Element {
  const src = new URL(state.mediaHref(file), publicUrl(state.publication, path)).href
  return h('track', { kind: 'captions', src, srcLang: state.article.language, label: state.article.language })
}

type Types = Readonly<Record<string, string>>
const films: Types = { mp4: 'video/mp4', m4v: 'video/mp4', webm: 'video/webm', mov: 'video/quicktime', m3u8: 'application/vnd.apple.mpegurl' }
const sounds: Types = { mp3: 'audio/mpeg', m4a: 'audio/mp4', aac: 'audio/aac', ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg', wav: 'audio/wav' }

/** The type of a film or sound that lies elsewhere, which AMP wants to be told; none, where the address is that of a page about it. */
function typeOf(address: string, types: Types): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, pathname } = new URL(address)
  const [, ending = ''] = /\.(\w+)$/.exec(pathname) ?? []
  return protocol === 'https:' && Object.hasOwn(types, ending.toLowerCase()) ? types[ending.toLowerCase()] : undefined
}

/** The poster gives the film its shape before it is loaded; without one, wide screen is the likeliest. */
function posterOf({ picture }: NodeOf<'video'>, files: PictureFiles, path: string) {
  const cut = picture ? files.of(picture, 'poster').fallback.at(-1) : undefined
  return cut
    ? { poster: relativeHref(path, cut.asset.path), width: String(cut.width), height: String(cut.height) }
    : { width: '16', height: '9' }
}
