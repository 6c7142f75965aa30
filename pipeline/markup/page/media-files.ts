import { relativeHref } from '../../ast/addresses.ts'
import type { Article } from '../../ast/article.ts'
import type { MediaFile } from '../../ast/small-types.ts'
import type { Asset, RenderContext } from '../../contract/renderer.ts'
import { descendants } from '../../ast/descendants.ts'

/**
 * Put every film, sound and captions file that a story brings with it among the assets; returns where each is to be had from
 * the page at `path`. Asking for one that the story does not have is a bug, and throws.
 */
export async function prepareMedia(article: Article, path: string, context: RenderContext): Promise<(file: MediaFile) => string> {
  const assetOf = await publishMediaOf(article, context)
  return (file) => relativeHref(path, assetOf(file).path)
}

/** The same; returns the asset itself. */
export async function publishMediaOf(article: Article, context: RenderContext): Promise<(file: MediaFile) => Asset> {
  const files = [...descendants(article.body)].flatMap((node): (MediaFile | undefined)[] => {
    if (node.type === 'video') return [node.media, node.captionsFile]
    return node.type === 'audio' ? [node.media] : []
  })
  const assets = new Map<string, Asset>()
  for (const file of files) {
    if (file && !assets.has(file.src)) assets.set(file.src, await publishMedia(file, context))
  }
  return ({ src }) => {
    const asset = assets.get(src)
    if (!asset) throw new Error(`The media file ${src} was not prepared.`)
    return asset
  }
}

async function publishMedia({ src }: MediaFile, context: RenderContext): Promise<Asset> {
  const [, name = 'media', extension = 'bin'] = /([^/]+)\.([^./]+)$/.exec(src) ?? []
  return context.asset(await context.source(src), name, extension.toLowerCase())
}
