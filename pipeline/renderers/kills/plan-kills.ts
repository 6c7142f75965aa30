import type { Edition } from '../../ast/edition.ts'
import type { KilledStory } from '../../ast/killed-story.ts'
import type { Link } from '../../ast/small-types.ts'
import type { PlannedEditionFile } from '../../contract/edition.ts'
import type { PromisedFile } from '../../contract/renderer.ts'

/** For clients that have taken a story: which of them are to be dropped. */
export const listFile: PromisedFile = { path: 'kills.json', mediaType: 'application/json', rel: 'kills', audience: 'public' }
/** For servers: the addresses that are to answer 410 Gone. */
export const nginxFile: PromisedFile = { path: 'kills-nginx.conf', mediaType: 'text/plain', rel: 'gone-nginx', audience: 'public' }
export const apacheFile: PromisedFile = { path: 'kills-apache.conf', mediaType: 'text/plain', rel: 'gone-apache', audience: 'public' }

/** Of what pages of a story leave behind, by what they were to the story. */
const tombstones: Readonly<Record<string, string>> = { page: 'tombstone', amphtml: 'tombstone-amphtml' }

/** A page that stands in the place of one of a killed story. */
export interface Tombstone {
  story: KilledStory
  file: Link
  isAmp: boolean
}

/** The pages that stay behind, at the very addresses of those that were: in each format of the publication that makes pages. */
export function tombstonesOf({ killed }: Pick<Edition, 'killed'>): Tombstone[] {
  return killed.flatMap((story) => story.files.filter(({ rel }) => rel in tombstones).map((file) => ({ story, file, isAmp: file.rel === 'amphtml' })))
}

/** The list and the server maps are there even where nobody is on them: who includes or polls them needs no exception. */
export function planKills(edition: Edition): PlannedEditionFile[] {
  const withdraws = edition.killed.map(({ slug }) => slug)
  const pages = tombstonesOf(edition).map(({ story: { slug }, file: { path, mediaType, rel } }) => ({ path, mediaType, rel: tombstones[rel] ?? rel, audience: 'public' as const, shows: [], withdraws: [slug] }))
  return [...[listFile, nginxFile, apacheFile].map((file) => ({ ...file, shows: [], withdraws })), ...pages]
}
