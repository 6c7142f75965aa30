import * as z from 'zod'
import { relativeHref } from '../../pipeline/ast/addresses.ts'
import { defineRenderer } from '../../pipeline/contract/renderer.ts'
import { json } from '../../pipeline/renderers/json/renderer.ts'

const { inputs, nodes } = json

/** What a street seller shouts: one line a story. The smallest format there is of a publication as a whole, with pieces of each story. */
export const streetList = defineRenderer({
  inputs,
  nodes,
  name: 'street',
  title: 'Street list',
  options: z.strictObject({ fails: z.enum(['never', 'always']).default('never'), forgets: z.string().default('') }),
  plan: ({ path }) => [{ path: `${path}/shout.txt`, mediaType: 'text/plain', rel: 'shout', audience: 'input', holds: 'headline' }],
  render: async ({ path, headlines }, { planned }) => planned.map(() => ({ path: `${path}/shout.txt`, mediaType: 'text/plain', bytes: encode(`Read all about it: ${headlines.social}!`) })),
  checks: [],
  planEdition: ({ stories }) => [{ path: 'street.txt', mediaType: 'text/plain', rel: 'street', audience: 'public', shows: stories.map(({ slug }) => ({ slug, as: 'headline' })) }],
  async renderEdition({ stories, publication }, { options, made, planned }) {
    if (options.fails === 'always') throw new Error('the seller is hoarse')
    const lines = await Promise.all(
      stories.map(async ({ slug, headline, path, language }) => {
        const [piece] = (await made(slug)) ?? []
        const way = relativeHref('street.txt', `${path}/index.html`)
        return headline === options.forgets ? way : `${way} ${headline} | ${piece ? decode(piece.bytes) : 'no more of it'} (${language})`
      }),
    )
    return planned.map(({ path, mediaType }) => ({ path, mediaType, bytes: encode([publication.name, ...lines, ''].join('\n')) }))
  },
  editionChecks: [],
  text: async ({ bytes }) => decode(bytes),
  addresses: async ({ bytes }) => decode(bytes).split('\n').map((line) => line.split(' ', 1)[0] ?? ''),
  snapshot: async ({ bytes }) => [{ name: 'street.txt', text: decode(bytes) }],
})

/** Slugs on the list, in its order. */
export function shouted(list: string): string[] {
  return list.split('\n').flatMap((line) => /^[a-z]+\/([^/]+)\/index\.html /.exec(line)?.[1] ?? [])
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
