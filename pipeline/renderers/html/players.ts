import { h } from 'hastscript'
import { relativeHref } from '../../ast/addresses.ts'
import type { NodeOf } from '../../ast/nodes.ts'
import { mediaAddress, mediaFigure, video as videoAddress, audio as audioAddress } from '../../markup/handlers/media.ts'
import type { Handlers } from '../../markup/state.ts'
import type { PictureFiles } from '../../markup/page/picture-files.ts'

/**
 * Films and sounds of the story's own play on its page, once the reader asks for them: `preload="none"`. What lies
 * elsewhere stays a poster, its words and its address, because a page loads nothing from anyone else.
 */
export function players(files: PictureFiles, path: string): Pick<Handlers, 'video' | 'audio'> {
  return {
    video(node, state, parent) {
      if (!node.media) return videoAddress(node, state, parent)
      const src = mediaAddress(node, state)
      const captions = node.captionsFile
        ? h('track', { kind: 'captions', src: state.mediaHref(node.captionsFile), srcLang: state.article.language })
        : undefined
      const properties = { controls: true, preload: 'none', playsInline: true, ariaLabel: node.title, ...posterOf(node, files, path) }
      return mediaFigure(node, state, [h('video', properties, [h('source', { src, type: node.media.mediaType }), captions])])
    },
    audio(node, state, parent) {
      if (!node.media) return audioAddress(node, state, parent)
      const source = h('source', { src: mediaAddress(node, state), type: node.media.mediaType })
      return mediaFigure(node, state, [h('audio', { controls: true, preload: 'none', ariaLabel: node.title }, source)])
    },
  }
}

/** The poster gives the film its shape before it is loaded; without one, wide screen is the likeliest. */
function posterOf({ picture }: NodeOf<'video'>, files: PictureFiles, path: string) {
  const cut = picture ? files.of(picture, 'poster').fallback.at(-1) : undefined
  return cut ? { poster: relativeHref(path, cut.asset.path), width: cut.width, height: cut.height } : { width: 1280, height: 720 }
}
