import { openChance, type Chance } from '../../bench/corpus/chance.ts'
import { sections } from '../../bench/corpus/word-lists.ts'

/** What is wrong with the file of a story. */
export const hurts = ['broken YAML', 'missing picture', 'unclosed directive', 'misspelt status', 'reference to nobody'] as const
export type Hurt = (typeof hurts)[number]

/** One story as its desk has it, before it is written down. */
export interface SoakStory {
  slug: string
  section: string
  /** Counts its rewritings: each has other words. */
  version: number
  published: string
  /** Number of its photo. */
  photo?: number
  /** Slugs of the stories that it relates to. */
  refs: string[]
  status?: 'draft' | 'withheld' | 'canceled'
  embargo?: string
  expires?: string
  access?: 'subscriber'
  formerly: string[]
  corrections: { date: string; type: 'correction' | 'retraction'; text: string }[]
  hurt?: Hurt
}

/** One photo; many stories may show it. */
export interface SoakPhoto {
  version: number
  state: 'whole' | 'truncated' | 'gone'
}

/** A newspaper as its newsroom knows it: whatever happens to its files, they can be written anew from this. */
export interface Newspaper {
  seed: string
  /** Names of formats, as `publication.yml` lists them. */
  formats: readonly string[]
  stories: Map<string, SoakStory>
  photos: SoakPhoto[]
  slogan?: string
  front: string[]
  /** How many stories a section’s page has. */
  section: number
  /** The moment as of which is published, in milliseconds since 1970. It only goes forward. */
  now: number
  /** Stories that there have ever been: no slug is given twice. */
  count: number
}

/** What names a newspaper: equal ones begin equal. */
export interface NewspaperPlan {
  seed: string
  stories: number
  photos: number
  formats: readonly string[]
}

const minute = 60_000
export const hour = 60 * minute
const firstDay = Date.UTC(2026, 8, 1, 6)

/** Found a newspaper of which every story is public and sound. */
export function foundNewspaper({ seed, stories, photos, formats }: NewspaperPlan): Newspaper {
  const chance = openChance(`${seed}/found`)
  const paper: Newspaper = { seed, formats, stories: new Map(), photos: Array.from({ length: photos }, () => ({ version: 1, state: 'whole' })), front: [], section: 60, now: firstDay, count: 0 }
  for (let number = 0; number < stories; number++) addStory(paper, chance)
  return paper
}

/** A new story, published some minutes ago. Two in five have a photo, one in ten is for subscribers. */
export function addStory(paper: Newspaper, chance: Chance): SoakStory {
  const number = ++paper.count
  const known = [...paper.stories.keys()]
  const story: SoakStory = {
    slug: `story-${String(number).padStart(5, '0')}`,
    section: chance.pick(Object.keys(sections)),
    version: 1,
    published: timeOf(paper.now - chance.whole(1, 4 * 24 * 60) * minute),
    refs: known.length === 0 ? [] : [...new Set(Array.from({ length: chance.whole(0, 2) }, () => chance.pick(known)))],
    formerly: [],
    corrections: [],
    ...(chance.number() < 0.4 ? { photo: chance.whole(0, paper.photos.length - 1) } : {}),
    ...(chance.number() < 0.1 ? { access: 'subscriber' as const } : {}),
  }
  paper.stories.set(story.slug, story)
  return story
}

/** A moment as front matter has it. */
export function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}

/** What is wrong with a newspaper now, so that a publish may say so. */
export function isSound({ stories, photos }: Newspaper): boolean {
  return photos.every(({ state }) => state === 'whole') && [...stories.values()].every(({ hurt, refs }) => hurt === undefined && refs.every((slug) => stories.has(slug)))
}
