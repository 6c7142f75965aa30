import type { Article } from '../../ast/article.ts'
import type { MediaFile } from '../../ast/small-types.ts'
import type { Asset, RenderContext } from '../../contract/renderer.ts'
import { descendants } from '../../markup/descendants.ts'

/** Films, sounds and captions of a story among the assets, by their path below `source/`. */
export type MediaFiles = ReadonlyMap<string, Asset>

/** Put every media file that a story brings with it among the assets. */
export async function prepareMedia(article: Article, context: RenderContext): Promise<MediaFiles> {
  const files = [...descendants(article.body)].flatMap((node): (MediaFile | undefined)[] => {
    if (node.type === 'video') return [node.media, node.captionsFile]
    return node.type === 'audio' ? [node.media] : []
  })
  const assets = new Map<string, Asset>()
  for (const file of files) {
    if (file && !assets.has(file.src)) assets.set(file.src, await publishMedia(file, context))
  }
  return assets
}

async function publishMedia({ src }: MediaFile, context: RenderContext): Promise<Asset> {
  const [, name = 'media', extension = 'bin'] = /([^/]+)\.([^./]+)$/.exec(src) ?? []
  return context.asset(await context.source(src), name, extension.toLowerCase())
}
