import type { Article } from '../../pipeline/ast/article.ts'
import type { RenderContext, Renderer } from '../../pipeline/contract/renderer.ts'
import { openNewsroom } from '../../test/support/newsroom.ts'

/** The stories of a newspaper, complete, with contexts for a renderer as the run would give them. */
export interface OpenStories {
  stories: readonly Article[]
  contextFor<Options>(renderer: Renderer<Options>, article: Article): Promise<RenderContext<Options>>
  source(path: string): Promise<Uint8Array>
  close(): Promise<void>
}

/** Read and resolve a newspaper with everything real, as tests of single stories do. */
export async function openStories(folder: string): Promise<OpenStories> {
  const { newsroom, article, contextFor, close } = await openNewsroom(folder)
  const stories: Article[] = []
  for (const { slug } of newsroom.stories) stories.push(await article(slug))
  const source = async (path: string): Promise<Uint8Array> => {
    const file = await newsroom.source.read(path)
    if ('problem' in file) throw new Error(`${path} is ${file.problem}.`)
    return file.bytes
  }
  return { stories, contextFor: (renderer, story) => contextFor(renderer, story), source, close }
}
