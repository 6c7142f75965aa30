import * as z from 'zod'
import { wholeStory } from '../../ast/addresses.ts'
import { withoutPlaces } from '../../ast/without-places.ts'
import { defineRenderer, type PlannedFile } from '../../contract/renderer.ts'
import type { NodeType } from '../../ast/node-kinds.ts'
import { nodeKinds } from '../../ast/node-kinds.ts'
import { Article } from '../../ast/article.ts'
import { plainText } from './plain-text.ts'

const mediaType = 'application/json'

/** The canonical tree itself: `article.json`, whose shape is `pipeline/ast/article.schema.json`. */
export const json = defineRenderer({
  name: 'json',
  title: 'JSON',
  always: true,
  inputs: [],
  nodes: Object.fromEntries(Object.keys(nodeKinds).map((kind) => [kind, 'render'])) as Record<NodeType, 'render'>,
  options: z.strictObject({}),
  plan,
  render: async (article) => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(withoutPlaces(article), null, 1)}\n`)
    return plan(article).map(({ path }) => ({ path, mediaType, bytes }))
  },
  validate: async (artifacts, { report, article }) => {
    for (const { bytes } of artifacts) {
      const [issue] = Article.safeParse({ ...JSON.parse(decode(bytes)), places: {} }).error?.issues ?? []
      if (issue) report('json/invalid', { file: article.source }, { path: issue.path.join('.'), message: issue.message })
    }
  },
  text: async ({ bytes }) => plainText(JSON.parse(decode(bytes)) as Article),
  snapshot: async ({ bytes }) => [{ name: 'article.json', text: decode(bytes) }],
})

function plan(article: Article): PlannedFile[] {
  const { folder, audience } = wholeStory(article)
  return [{ path: `${folder}/article.json`, mediaType, rel: 'json', audience }]
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
