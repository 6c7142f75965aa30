import { setImmediate } from 'node:timers/promises'
import type { Records } from '../cache/records.ts'
import { editionShelf } from './bind-edition.ts'
import type { LastManifest } from './last-manifest.ts'
import type { Drawn } from './press.ts'
import type { Newsroom } from './read-newsroom.ts'
import type { Standing } from './standing.ts'
import type { Storeroom } from './storeroom.ts'
import { namesOnShelf, shelfOf } from './take-in-hand.ts'
import type { Published } from './write-edition.ts'

interface Closing {
  storeroom: Storeroom | undefined
  newsroom: Newsroom
  drawn: Drawn
  standing: Standing
  edition: Published
  previous: LastManifest | undefined
}

/** Put the storeroom in order at the end of a run: forget what may not be public, note what was seen, and keep within the limit. */
export async function closeStoreroom({ storeroom, newsroom, drawn, standing, edition, previous }: Closing): Promise<void> {
  if (storeroom === undefined) return
  await forgetHeld(storeroom, newsroom, drawn, previous)
  await bindUsed(storeroom, drawn)
  await newsroom.files.save()
  await standing.save(edition.manifest)
  await storeroom.cache.close()
}

/** What the next run will ask for lies together then, story by story. */
async function bindUsed({ cache: { records } }: Storeroom, { stories, editions }: Drawn): Promise<void> {
  for (const [index, { shelf }] of [...stories, ...editions].entries()) {
    records.bind(shelf)
    // Ten thousand take seconds, in which a signal wants to be heard.
    if (index % 200 === 199) await setImmediate()
  }
}

/**
 * Nothing of a story that is not public, or whose file is gone, is in the cache: its shelf goes, and with it every file that was made of
 * it and every cut of its pictures, unless the page of a story that stands shows the same one. What another story only prints is cut again.
 * Front pages and feeds tell of many stories, so of them nothing is kept but what this run has made or recalled; neither of stories that have
 * shown the headline of one that was public once.
 */
async function forgetHeld({ cache: { records, objects } }: Storeroom, newsroom: Newsroom, drawn: Drawn, previous: LastManifest | undefined): Promise<void> {
  const { stories, publication, files } = newsroom
  const mayStand = new Set(stories.filter(({ verdict }) => verdict.isPublic).map(({ file }) => file))
  const held = [...stories.map(({ file }) => file), ...(previous?.stories ?? []).map(({ source }) => source)].filter((file) => !mayStand.has(file))
  const telling = storiesThatName(records, newlyHeld(records, held, newsroom), newsroom)
  const needs = [...telling.map((shelf) => records.dropUnused(shelf)), ...[...new Set(held)].map((file) => records.drop(shelfOf(file, publication.url))), records.dropUnused(editionShelf(publication.url))]
  const gone = new Set(needs.flatMap((one) => [...one.objects, ...one.records.flatMap((record) => records.remove(record).objects)]))
  files.forget(held)
  const shared = new Set([...drawn.assets.values()].map(({ sha256 }) => sha256))
  for (const sha256 of gone) if (!shared.has(sha256)) await objects.remove(sha256)
}

/** Slugs of stories that are held and have a shelf: they were public when this cache last saw them. */
function newlyHeld(records: Records, held: readonly string[], { stories, publication }: Newsroom): ReadonlySet<string> {
  const once = new Set(held.filter((file) => records.list(shelfOf(file, publication.url), '').length > 0))
  return new Set(stories.filter(({ file }) => once.has(file)).map(({ slug }) => slug))
}

/** Shelves of public stories that have shown the headline of one of these. */
function storiesThatName(records: Records, slugs: ReadonlySet<string>, { stories, publication }: Newsroom): string[] {
  if (slugs.size === 0) return []
  const shelves = stories.filter(({ verdict }) => verdict.isPublic).map(({ file }) => shelfOf(file, publication.url))
  return shelves.filter((shelf) => namesOnShelf(records, shelf).some((slug) => slugs.has(slug)))
}
