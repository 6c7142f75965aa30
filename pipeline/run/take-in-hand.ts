import type { Article, ParsedArticle } from '../ast/article.ts'
import { canonicalJson } from '../ast/canonical-json.ts'
import { editionStory, type EditionStory } from '../ast/edition.ts'
import { limitsOf } from '../ast/limits.ts'
import type { Publication } from '../ast/publication.ts'
import { withoutPlaces } from '../ast/without-places.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { Records } from '../cache/records.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic, Place } from '../contract/diagnostic.ts'
import type { PlannedFile, PromisedFile } from '../contract/renderer.ts'
import type { SourceReader } from '../contract/source.ts'
import { parseArticle } from '../parse/parse-article.ts'
import { resolveArticle, type StoryIndex } from '../resolve/resolve-article.ts'
import type { StoryEntry } from '../resolve/story-index.ts'
import { judgeStory } from '../rules/judge-story.ts'
import type { Addresses } from '../rules/story-rule.ts'
import { anchorsOf, type Anchor } from './anchors.ts'
import { measureOnce } from './measure-once.ts'
import { changeSince, hashOfValue, nothingObserved, watchPublication, type Observed, type Sight } from './observed.ts'
import type { Newsroom, Story } from './read-newsroom.ts'
import type { Format } from './render-story.ts'
import type { Storeroom } from './storeroom.ts'
import { withOwnTexts } from './same-text.ts'
import { SourceChanged } from './unchanged-source.ts'

/** One public story, read and complete, or known to be what it was when it last was. */
export interface StoryInHand {
  /** sha256 of all that its author wrote, places in the file left out. */
  input: string
  slug: string
  id: string
  source: string
  /** Its folder below `dist/`. */
  path: string
  level: Article['access']['level']
  anchors: readonly Anchor[]
  /** sha256 of the part of it that a format is made from, by name, for those that are not made from all of it. */
  parts: Readonly<Record<string, string>>
  /** What each format promises, by name. */
  plans: Readonly<Record<string, readonly PlannedFile[]>>
  /** Files around the stories that its pages may link to, by the format that promises them. */
  landmarks: Readonly<Record<string, readonly PromisedFile[]>>
  /** What front page, feeds and sitemaps tell of it. */
  teaser: EditionStory
  /** The files that it brings and was judged with, with their hashes. */
  sources: Readonly<Record<string, string>>
  /** Slugs of the other stories whose headlines and addresses its pages show. */
  names: readonly string[]
  /** Where its corrections stand in its file; of a story without any, where its headline does. */
  correctionsAt: Place
  /** The story itself: read only when somebody has to look at it. */
  article(): Promise<Article>
}

/** What came of reading a story; without one in hand, the diagnostics say why. */
export interface Reading {
  hand?: StoryInHand
  allowances: ParsedArticle['allowances']
  /** As they were found; what the newsroom thinks of them is judged later. */
  diagnostics: readonly Diagnostic[]
}

/** All that is kept of a reading, and what it holds for. */
interface KeptReading extends Pick<Reading, 'allowances' | 'diagnostics'> {
  observed: Observed
  hand: Omit<StoryInHand, 'article' | 'sources'>
}

/** A desk at which stories are read: the newsroom, the formats that plan, and what is kept of earlier readings. */
export interface ReadingDesk {
  newsroom: Pick<Newsroom, 'source' | 'publication' | 'index' | 'addresses' | 'rules' | 'files'>
  formats: readonly Format[]
  storeroom?: Storeroom
}

/** Read a story, or recall what came of reading it: of a story whose file, pictures and neighbours are what they were, nothing is parsed. */
export async function takeInHand(story: Story, desk: ReadingDesk): Promise<Reading> {
  const { newsroom, storeroom } = desk
  const [shelf, key] = [shelfOf(story.file, newsroom.publication.url), keyOf(story, desk)]
  for (const name of storeroom?.cache.records.list(shelf, key) ?? []) {
    const kept = storeroom?.cache.records.look<KeptReading>(shelf, name)
    if (kept === undefined || (await changeSince(kept.observed, sightOf(newsroom))) !== undefined) continue
    storeroom?.cache.records.use(shelf, name)
    const { allowances, diagnostics, hand } = kept
    return { allowances, diagnostics, hand: { ...hand, sources: kept.observed.source, article: once(() => readAgain(story, desk)) } }
  }
  const [observed, measures] = [nothingObserved(), new Set<string>()]
  const { reading, isRepeatable } = await read(story, desk, observed, measures)
  if (reading.hand === undefined) return reading
  const { article, sources, ...words } = reading.hand
  const plain = withOwnTexts(words)
  if (isRepeatable) {
    const kept: KeptReading = { allowances: reading.allowances, diagnostics: reading.diagnostics, observed, hand: plain }
    await storeroom?.cache.records.keep(shelf, `${key}${hashOfValue(observed).slice(0, 16)}`, kept, { records: [...measures] })
  }
  return { ...reading, hand: { ...plain, sources, article } }
}

/** The shelf on which everything about one story is kept. */
export function shelfOf(file: string, publicationUrl: string): string {
  return withOwnTexts(`story-${hashOf(`${publicationUrl} ${file}`).slice(0, 32)}`)
}

/** Slugs of the stories that the pages kept on a shelf show. */
export function namesOnShelf(records: Records, shelf: string): string[] {
  return records.list(shelf, 'reading-').flatMap((name) => records.look<KeptReading>(shelf, name)?.hand.names ?? [])
}

/** What of a newsroom a reading looks at. */
function sightOf({ publication, files, index, addresses }: ReadingDesk['newsroom']): Sight {
  return { publication, source: (path) => files.hash(path), story: (name) => hashOfValue(seenAs(name, { index, addresses })), template: async () => '' }
}

/** What was looked up under one of the names of `Observed.stories`. */
function seenAs(name: string, { index, addresses }: Pick<ReadingDesk['newsroom'], 'index' | 'addresses'>): unknown {
  if (name.startsWith('/')) return addresses.at(name.slice(1))
  return name.startsWith('#') ? findHidden(name, index) : index.get(name)
}

function keyOf(story: Story, { newsroom, formats, storeroom }: ReadingDesk): string {
  const plans = formats.map(({ renderer: { name }, options }) => [name, options])
  return `reading-${hashOf(canonicalJson([storeroom?.code.whole, story.file, story.sha256, newsroom.rules.hash, plans])).slice(0, 32)}-`
}

async function read(story: Story, desk: ReadingDesk, observed: Observed, measures: Set<string>): Promise<{ reading: Reading; isRepeatable: boolean }> {
  const { newsroom, formats, storeroom } = desk
  const file = await newsroom.source.read(story.file)
  if (story.sha256 !== undefined && ('problem' in file || hashOf(file.bytes) !== story.sha256)) return { reading: changedMeanwhile(story), isRepeatable: false }
  if ('problem' in file) return { reading: { allowances: [], diagnostics: story.diagnostics }, isRepeatable: false }
  const publication = watchPublication(newsroom.publication, observed)
  const { article: parsed, diagnostics: parsing } = parseArticle(file, { publication })
  if (parsed === undefined) return { reading: { allowances: [], diagnostics: parsing }, isRepeatable: false }
  const stories = watchStories(newsroom.index, observed)
  const source = watchSource(newsroom.files, observed)
  const resolved = await resolveArticle(parsed, { publication, source, measure: measureOnce(storeroom, limitsOf(publication), (record) => void measures.add(record)), stories: stories.index })
  const addresses = watchAddresses(newsroom.addresses, observed)
  const judged = await judgeStory(resolved.unfinished, { publication, addresses }, newsroom.rules.all)
  const reading = { allowances: parsed.allowances, diagnostics: [...parsing, ...resolved.diagnostics, ...judged] }
  const { article } = resolved
  const isRepeatable = !stories.wereListed() && !addresses.wereListed()
  return { reading: article ? { ...reading, hand: handOf(article, { formats, publication, names: stories.named(), sources: observed.source }) } : reading, isRepeatable }
}

/** What the gate has judged is not what stands in the file now: it may be under embargo by its new words. */
function changedMeanwhile({ file: path }: Story): Reading {
  const diagnostics: Diagnostic[] = []
  reportInto(diagnostics)('changed-meanwhile', { file: path }, { path })
  return { allowances: [], diagnostics }
}

function handOf(article: Article, { formats, publication, names, sources }: Pick<ReadingDesk, 'formats'> & Pick<StoryInHand, 'names' | 'sources'> & { publication: Publication }): StoryInHand {
  const { slug, id, source, path, access, section } = article
  return {
    input: hashOfArticle(article),
    slug, id, source, path,
    level: access.level,
    anchors: anchorsOf(article),
    parts: Object.fromEntries(formats.flatMap(({ renderer: { name, part } }) => (part ? [[name, hashOfArticle(part(article))]] : []))),
    plans: Object.fromEntries(formats.map(({ renderer, options }) => [renderer.name, renderer.plan(article, options)])),
    landmarks: Object.fromEntries(formats.map(({ renderer, options }) => [renderer.name, renderer.landmarks?.(publication, section?.id, options) ?? []])),
    teaser: editionStory(article),
    names, sources,
    correctionsAt: correctionsAt(article),
    article: async () => article,
  }
}

function correctionsAt({ source, places }: Article): Place {
  const start = (places['corrections'] ?? places['headline'])?.start
  return start ? { file: source, line: start.line, column: start.column } : { file: source }
}

function hashOfArticle(article: Article): string {
  return hashOf(canonicalJson(withoutPlaces(article)))
}

/** The story, read now though what came of it is known. Throws `SourceChanged` where it is not what it was. */
async function readAgain(story: Story, desk: ReadingDesk): Promise<Article> {
  const { reading } = await read(story, desk, nothingObserved(), new Set())
  if (reading.hand === undefined) throw new SourceChanged(story.file)
  return reading.hand.article()
}

/** Notes which other stories are looked up. One that lists them all, to offer a neighbour for a slip, depends on too much to be kept. */
function watchStories(index: StoryIndex, { stories }: Observed): { index: StoryIndex; named(): string[]; wereListed(): boolean } {
  let wereListed = false
  const named = new Set<string>()
  const get = (slug: string) => {
    const entry = index.get(slug)
    if (entry?.isPublic) named.add(slug)
    stories[entry && !entry.isPublic ? hiddenName(slug) : slug] = hashOfValue(entry)
    return entry
  }
  const watched = new Proxy(index, {
    get(target, name) {
      if (name === 'get') return get
      wereListed = true
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { index: watched, named: () => [...named].sort(), wereListed: () => wereListed }
}

/** What stands in the cache for the slug of a story that is not public: the words of a slug tell of it. */
function hiddenName(slug: string): string {
  return `#${hashOf(slug)}`
}

function findHidden(name: string, index: StoryIndex): StoryEntry | undefined {
  const known = hidden.get(index) ?? new Map([...index].map(([slug, entry]) => [hiddenName(slug), entry]))
  hidden.set(index, known)
  return known.get(name)
}

const hidden = new WeakMap<StoryIndex, ReadonlyMap<string, StoryEntry>>()

/** Notes which addresses of the publication are asked for, beside the slugs, with a slash before each. */
function watchAddresses(addresses: Addresses, { stories }: Observed): Addresses & { wereListed(): boolean } {
  let wereListed = false
  return {
    at(path) {
      const found = addresses.at(path)
      stories[`/${path}`] = hashOfValue(found)
      return found
    },
    nearest(path) {
      wereListed = true
      return addresses.nearest(path)
    },
    wereListed: () => wereListed,
  }
}

function watchSource(files: Newsroom['files'], { source: seen }: Observed): SourceReader {
  return {
    async read(path) {
      const { file, hash } = await files.read(path)
      seen[path] = hash
      return file
    },
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= work())
}
