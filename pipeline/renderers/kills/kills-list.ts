import * as z from 'zod'
import { publicUrl } from '../../ast/addresses.ts'
import type { Edition } from '../../ast/edition.ts'
import type { KilledStory } from '../../ast/killed-story.ts'
import type { Publication } from '../../ast/publication.ts'
import { DateTime } from '../../ast/small-types.ts'
import { storyUuid } from '../../ast/story-uuid.ts'

const url = z.url({ protocol: /^https?$/ })

/** What `kills.json` says. A client that has taken any of these stories, under any of these names, is to drop it. */
export const KillsList = z.strictObject({
  version: z.literal(1),
  publication: url,
  killed: z.array(z.strictObject({
    slug: z.string(),
    id: z.string(),
    uuid: z.string().regex(/^urn:uuid:[\da-f-]{36}$/).describe('What feeds and books call it'),
    url,
    addresses: z.array(url).describe('Everything that stood there for it, and its earlier addresses'),
    language: z.string(),
    reason: z.string().optional().describe('What the newspaper has said of it'),
    date: DateTime.optional().describe('When it has said that'),
  })),
})
export type KillsList = z.infer<typeof KillsList>

/** The killed stories for machines. Without a retraction nothing says why or when: no clock is asked. */
export function killsList({ killed, publication }: Pick<Edition, 'killed' | 'publication'>): KillsList {
  return { version: 1, publication: `${publication.url}/`, killed: killed.map((story) => entryOf(story, publication)) }
}

function entryOf({ slug, id, url: address, files, formerly, language, retraction }: KilledStory, publication: Publication): KillsList['killed'][number] {
  return {
    slug, id,
    uuid: `urn:uuid:${storyUuid(publication.url, id)}`,
    url: address,
    addresses: [...files.map((file) => file.url), ...formerly.map((old) => publicUrl(publication, `${old}/index.html`))],
    language,
    ...(retraction ? { reason: retraction.text, date: retraction.date } : {}),
  }
}
