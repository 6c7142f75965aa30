import * as z from 'zod'
import { wholeStory } from '../../ast/addresses.ts'
import { withoutPlaces } from '../../ast/without-places.ts'
import { defineRenderer, type PlannedFile } from '../../contract/renderer.ts'
import type { NodeType } from '../../ast/node-kinds.ts'
import { nodeKinds } from '../../ast/node-kinds.ts'
import type { Article } from '../../ast/article.ts'
import { jsonSchema } from './json-schema.ts'
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
  checks: [jsonSchema],
  text: async ({ bytes }) => plainText(JSON.parse(decode(bytes)) as Article),
  addresses: async ({ bytes }) => addressesIn(JSON.parse(decode(bytes))),
  snapshot: async ({ bytes }) => [{ name: 'article.json', text: decode(bytes) }],
})

function plan(article: Article): PlannedFile[] {
  const { folder, audience } = wholeStory(article)
  return [{ path: `${folder}/article.json`, mediaType, rel: 'json', audience, holds: 'whole' }]
}

/** Every address of the tree, in order; `src` is one where a film is somebody else's. */
function addressesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => (addressKeys.has(key) && typeof child === 'string' ? [child] : addressesIn(child)))
}

const addressKeys = new Set(['url', 'href', 'src'])

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
