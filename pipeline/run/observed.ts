import type { Publication } from '../ast/publication.ts'
import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'

/** What was looked at while something was made, each with the hash of what was seen: it holds as long as the same would be seen again. */
export interface Observed {
  /** Keys of the publication. */
  publication: Record<string, string>
  /** Files below `templates/`. */
  templates: Record<string, string>
  /** Files below `source/`. */
  source: Record<string, string>
  /** Other stories, by slug. */
  stories: Record<string, string>
  /** What the other formats have promised. */
  links?: string
  /** Files around the stories. */
  landmarks?: string
  /** Artifacts of other formats, by format. */
  inputs: Record<string, string>
  /** Files around the stories that were asked for, by what they are. */
  promised: Record<string, string>
  /** By slug, what the format itself has made of stories for the edition. */
  made: Record<string, string>
}

export function nothingObserved(): Observed {
  return { publication: {}, templates: {}, source: {}, stories: {}, inputs: {}, promised: {}, made: {} }
}

/** The hash of any plain value. */
export function hashOfValue(value: unknown): string {
  return hashOf(value === undefined ? 'undefined' : canonicalJson(value))
}

/** The hash of the options of a format: every story asks for the same, so each is reckoned once. */
export function hashOfOptions(options: unknown): string {
  if (typeof options !== 'object' || options === null) return hashOfValue(options)
  const hash = hashesOfOptions.get(options) ?? hashOfValue(options)
  hashesOfOptions.set(options, hash)
  return hash
}

const hashesOfOptions = new WeakMap<object, string>()

/** The hash of a key of the publication, or of all of it (`*`): every format of every story asks for the same few, so each is reckoned once. */
export function hashOfKey(publication: Publication, key: string): string {
  const known = hashesOfKeys.get(publication) ?? new Map<string, string>()
  hashesOfKeys.set(publication, known)
  const hash = known.get(key) ?? hashOfValue(key === '*' ? publication : Reflect.get(publication, key))
  known.set(key, hash)
  return hash
}

const hashesOfKeys = new WeakMap<Publication, Map<string, string>>()

/** A view of the publication that notes which of its keys are read. Whoever lists the keys or copies it has read them all. */
export function watchPublication(publication: Publication, { publication: seen }: Pick<Observed, 'publication'>): Publication {
  const note = (key: string | symbol): void => {
    if (typeof key === 'string') seen[key] ??= hashOfKey(publication, key)
  }
  return new Proxy(publication, {
    get: (target, key) => (note(key), Reflect.get(target, key)),
    has: (target, key) => (note(key), Reflect.has(target, key)),
    ownKeys: (target) => {
      // Also which keys there are is something that was seen.
      seen['*'] ??= hashOfKey(target, '*')
      return Reflect.ownKeys(target)
    },
  })
}

/** The first key of the publication that is not any more what it was. */
export function changedKey(publication: Publication, seen: Observed['publication']): string | undefined {
  return Object.keys(seen).find((key) => seen[key] !== hashOfKey(publication, key))
}

/** How to see again what was seen. A hash of what is there now, for each kind of thing. */
export interface Sight {
  publication: Publication
  template(path: string): Promise<string>
  source(path: string): Promise<string>
  story(slug: string): string
  links?: string
  landmarks?: string
  input?(format: string): Promise<string>
  promised?(rel: string): string
  made?(slug: string): Promise<string>
}

/** What has changed since something was made, in words for whoever asks why it is made anew; undefined where all of it holds. */
export async function changeSince(observed: Observed, sight: Sight): Promise<string | undefined> {
  const key = changedKey(sight.publication, observed.publication)
  if (key !== undefined) return key === '*' ? 'publication.yml' : `"${key}" in publication.yml`
  const slug = Object.keys(observed.stories).find((one) => observed.stories[one] !== sight.story(one))
  if (slug !== undefined) return `the story "${slug}" that it names`
  if (observed.links !== undefined && observed.links !== sight.links) return 'the other forms of the story'
  if (observed.landmarks !== undefined && observed.landmarks !== sight.landmarks) return 'the front page, the feeds, or what else is around the stories'
  for (const [path, hash] of Object.entries(observed.source)) if (hash !== (await sight.source(path))) return path
  for (const [path, hash] of Object.entries(observed.templates)) if (hash !== (await sight.template(path))) return `templates/${path}`
  for (const [format, hash] of Object.entries(observed.inputs)) if (hash !== (await sight.input?.(format))) return `what ${format} has made`
  const rel = Object.keys(observed.promised).find((one) => observed.promised[one] !== sight.promised?.(one))
  if (rel !== undefined) return `what there is as ${rel}`
  for (const [name, hash] of Object.entries(observed.made)) if (hash !== (await sight.made?.(name))) return `the text of "${name}"`
  return undefined
}
