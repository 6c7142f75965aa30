import type { Edition, EditionStory } from '../../ast/edition.ts'
import type { PlannedEditionFile } from '../../contract/edition.ts'
import type { PromisedFile } from '../../contract/renderer.ts'
import { arrangeFront, sectionsOf, storiesIn } from './arrange.ts'
import type { SiteOptions } from './options.ts'

const page = { mediaType: 'text/html', audience: 'public' } as const

/** The front page. */
export const frontPage: PromisedFile = { ...page, path: 'index.html', rel: 'front' }

/** The page of a section, by its id. */
export function sectionPage(id: string): PromisedFile {
  return { ...page, path: `${id}/index.html`, rel: 'section' }
}

/** What stands for all that is not there: servers look for it under this name. */
export const notFoundPage: PromisedFile = { ...page, path: '404.html', rel: 'not-found' }

/** The page at an earlier address of a story. */
export function redirectPage(address: string): PromisedFile {
  return { ...page, path: `${address}/index.html`, rel: 'redirect' }
}

/** Every page around the stories, and which stories each shows. */
export function planSite(edition: Edition, options: SiteOptions): PlannedEditionFile[] {
  const { top, blocks } = arrangeFront(edition, options)
  const inBlocks = blocks.flatMap(({ stories: [first, ...others] }) => [...(first ? [shown(first, 'teaser')] : []), ...others.map((story) => shown(story, 'headline'))])
  return [
    { ...frontPage, shows: [...top.map((story) => shown(story, 'teaser')), ...inBlocks] },
    ...sectionsOf(edition).map((section) => ({ ...sectionPage(section.id), shows: storiesIn(section, edition, options).map((story) => shown(story, 'teaser')) })),
    { ...notFoundPage, shows: [] },
    ...oldAddresses(edition).redirects.map(({ address, story }) => ({ ...redirectPage(address), shows: [shown(story, 'headline')] })),
  ]
}

/** An earlier address of a story. */
export interface OldAddress {
  address: string
  story: EditionStory
}

/** The earlier addresses of stories that lead on to them, each once, and those that are taken by something else by now. */
export function oldAddresses(edition: Edition): { redirects: OldAddress[]; taken: (OldAddress & { by: string })[] } {
  const owners = new Map([...edition.killed.map(({ path }) => [path, 'a story that has been withdrawn'] as const), ...edition.stories.map(({ path, source }) => [path, source] as const), ...sectionsOf(edition).map(({ id, name }) => [id, `the section “${name}”`] as const)])
  const [redirects, taken]: [OldAddress[], (OldAddress & { by: string })[]] = [[], []]
  for (const story of edition.stories) {
    for (const address of story.formerly) {
      const by = owners.get(address)
      if (by === undefined) redirects.push({ address, story })
      else taken.push({ address, story, by })
      owners.set(address, by ?? story.source)
    }
  }
  return { redirects, taken }
}

function shown({ slug }: EditionStory, as: 'teaser' | 'headline'): PlannedEditionFile['shows'][number] {
  return { slug, as }
}
