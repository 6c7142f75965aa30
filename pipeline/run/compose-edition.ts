import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'
import { tellsOfLoss } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { PlannedEditionFile } from '../contract/edition.ts'
import type { PromisedFile } from '../contract/renderer.ts'
import { dependencyVersions, version } from '../tools/installation.ts'
import { billOfMaterials, printBillOfMaterials } from './bill-of-materials.ts'
import type { LockedPackages } from './locked-packages.ts'
import type { LastFile, LastStory } from './last-manifest.ts'
import type { Manifest, ManifestFile, ManifestStory } from './manifest.ts'
import { namesHeld } from './names-of-held.ts'
import type { DrawnEdition, DrawnFile, DrawnStory } from './press.ts'
import type { Newsroom } from './read-newsroom.ts'
import type { Work } from './select-work.ts'
import type { EditionParts } from './write-edition.ts'

/** What `dist/` is to be. */
export interface Composed {
  manifest: Manifest
  /** New files: path below `dist/` to what is in the workspace. */
  places: ReadonlyMap<string, string>
  /** Files of the last publish that nothing needs any more. */
  removes: string[]
  removedStories: number
  /** What made the edition; it is among the files of the manifest. */
  bill: Uint8Array
  /** Stories of earlier publishes that stand, and that this run has not made. */
  kept: readonly ManifestStory[]
}

/** The stories and their files that stand after this run. */
export interface StoriesAfter {
  fresh: readonly DrawnStory[]
  /** Of an earlier publish, and not drawn in this one. */
  kept: readonly ManifestStory[]
  files: readonly ManifestFile[]
}

/**
 * Decide what stands of stories after this run: the files just drawn; of stories that were not drawn (an error, `--only`) what stood
 * before; of stories that are gone or not public, nothing, whatever else is wrong.
 */
export function standAfter(parts: EditionParts): StoriesAfter {
  const { drawn, out, newsroom } = parts
  const fresh = isStopped(parts) ? [] : drawn.stories.filter(({ fate }) => fate === 'published')
  const bySource = new Map(fresh.map((story) => [story.story.file, story]))
  const takenSlugs = new Map(fresh.map(({ story, facts }) => [facts?.slug, story.file]))
  const mayStand = new Set(newsroom.stories.filter(({ verdict }) => verdict.isPublic).map(({ file }) => file))
  // What stood under a slug that another file's story has taken would pass for a part of that story.
  const isDisplaced = ({ slug, source }: LastStory): boolean => (takenSlugs.get(slug) ?? source) !== source
  const before = (out.previous?.stories ?? []).filter((story) => mayStand.has(story.source) && !isDisplaced(story) && !namesHeld(story, newsroom))
  const own = groupByArticle(out.previous?.files ?? [])
  const newFiles = fresh.flatMap(filesOf)
  const taken = new Set(newFiles.map(({ path }) => path))
  const oldFiles = before.flatMap((story) => keptFiles(story, own.get(story.slug) ?? [], bySource.get(story.source), parts)).filter(({ path }) => !taken.has(path))
  const stillThere = new Set(oldFiles.map(({ article }) => article))
  const kept = before.filter(({ source, slug }) => !bySource.has(source) && stillThere.has(slug)).flatMap((story) => out.previous?.wholeStory(story) ?? [])
  return { fresh, kept, files: [...newFiles, ...oldFiles] }
}

/** Whether something that stood of a story is gone, elsewhere or not free any more: then nothing around the stories may stay as it was. */
export function isAnyGone({ out }: Pick<EditionParts, 'out'>, { fresh, kept }: StoriesAfter): boolean {
  const now = new Set([...fresh.map(({ story, facts }) => `${facts?.path} ${facts?.level} ${story.file}`), ...kept.map((story) => standsAt({ ...story, access: story.teaser?.access }))])
  return (out.previous?.stories ?? []).some((story) => !now.has(standsAt(story)))
}

function standsAt({ path, source, access }: Pick<LastStory, 'path' | 'source' | 'access'>): string {
  return `${path} ${access} ${source}`
}

/** Decide what stands in `dist/` after this run, which was made by these packages. */
export async function composeEdition(parts: EditionParts, packages: LockedPackages): Promise<Composed> {
  const { drawn, out } = parts
  const before = out.previous?.files ?? []
  const standing = standAfter(parts)
  const around = filesAround(parts, standing)
  const ownFiles = [...standing.files, ...around.files]
  const shared = sharedFiles(ownFiles, parts)
  const tools = await toolsOf(ownFiles, parts)
  const bill = printBillOfMaterials(packages, tools)
  const files = [...ownFiles, ...shared, billFile(bill)]
  const stories = [...standing.fresh.map(storyOf), ...standing.kept]
  const paths = new Set(files.map(({ path }) => path))
  const sources = new Set(stories.map(({ source }) => source))
  const made: DrawnFile<PromisedFile>[] = [...standing.fresh.flatMap((story) => story.files), ...around.made]
  const standsAlready = new Set([...made.filter(({ stands }) => stands).map(({ planned }) => planned.path), ...[...drawn.assets].filter(([, { stands }]) => stands).map(([path]) => path)])
  const isMade = new Set(made.map(({ planned }) => planned.path))
  const fromPress = files.filter(({ path }) => (isMade.has(path) || drawn.assets.has(path)) && !standsAlready.has(path))
  return {
    manifest: manifestOf(stories, files, tools, parts),
    places: new Map(fromPress.map(({ path, sha256 }) => [path, sha256])),
    removes: before.map(({ path }) => path).filter((path) => !paths.has(path)),
    removedStories: (out.previous?.stories ?? []).filter(({ source }) => !sources.has(source)).length,
    bill,
    kept: standing.kept,
  }
}

/**
 * The files around the stories: those just made; of a format that this run did not want or could not make, the earlier ones, as long as
 * every story that they may show stands where it stood.
 */
function filesAround(parts: EditionParts, standing: StoriesAfter): { files: ManifestFile[]; made: readonly DrawnFile<PlannedEditionFile>[] } {
  const { drawn, out, work } = parts
  const isUsable = drawn.isOfStanding === true || !isStopped(parts)
  const bound = drawn.editions.filter(({ isFailed }) => isUsable && !isFailed)
  const isBound = new Set(bound.map(({ format }) => format))
  const mayStay = isAnyGone(parts, standing) ? [] : (out.previous?.files ?? []).filter(({ article, renderer }) => article === null && renderer !== null && work.offered.has(renderer) && !isBound.has(renderer)).flatMap((file) => out.previous?.wholeFile(file) ?? [])
  const taken = new Set(standing.files.map(({ path }) => path))
  return { files: [...bound.flatMap(filesOfEdition), ...mayStay].filter(({ path }) => !taken.has(path)), made: bound.flatMap(({ files }) => files) }
}

function groupByArticle(files: readonly LastFile[]): ReadonlyMap<string, readonly LastFile[]> {
  const groups = new Map<string, LastFile[]>()
  for (const file of files) {
    if (file.article === null) continue
    const group = groups.get(file.article)
    if (group) group.push(file)
    else groups.set(file.article, [file])
  }
  return groups
}

/** With `--strict` one error keeps everything back; removals have no part in that. */
export function isStopped({ options, drawn, newsroom, work }: Pick<EditionParts, 'options' | 'drawn' | 'newsroom' | 'work'>): boolean {
  const all = [...newsroom.diagnostics, ...[...drawn.stories, ...drawn.editions].flatMap(({ diagnostics }) => diagnostics), ...toldOfHeld(newsroom, work)]
  return options.strict && all.some(({ severity }) => severity === 'error')
}

/** What is said of the stories that the run selected and may not publish; redacted. */
export function toldOfHeld({ stories }: Newsroom, work: Pick<Work, 'isSelected'>): Diagnostic[] {
  return stories.filter(({ verdict, slug }) => !verdict.isPublic && work.isSelected(slug)).flatMap(({ diagnostics }) => diagnostics)
}

/** The files of an earlier publish that stay for one story. */
function keptFiles(story: LastStory, before: readonly LastFile[], now: DrawnStory | undefined, { work, out: { previous } }: EditionParts): readonly ManifestFile[] {
  if (previous === undefined) return []
  if (now === undefined) return before.map(previous.wholeFile)
  if (now.facts?.path !== story.path || !(work.isPartial || now.failedFormats.length > 0)) return []
  const [own, isUnchanged] = [before.map(previous.wholeFile), now.facts.input === previous.wholeStory(story).input]
  const isNowGated = now.facts.level !== 'free' && own.every(({ audience }) => audience === 'public')
  return own.filter(({ renderer, mediaType }) => {
    // Pictures tell of a story; everything else holds all of it, which is not for everyone any more.
    if (renderer === null || (isNowGated && !mediaType.startsWith('image/'))) return false
    return (work.isPartial && !work.wanted.has(renderer) && work.offered.has(renderer)) || (isUnchanged && now.failedFormats.includes(renderer))
  })
}

function filesOf({ story, files, diagnostics }: DrawnStory): ManifestFile[] {
  return files.flatMap((file) => manifestFile(file, story.slug, diagnostics))
}

function filesOfEdition({ files, diagnostics }: DrawnEdition): ManifestFile[] {
  return files.flatMap((file) => manifestFile(file, null, diagnostics))
}

function manifestFile({ planned: { path, audience, mediaType }, format, uses, sha256, size, record: { checks, coverage } }: DrawnFile<PromisedFile>, article: string | null, diagnostics: readonly Diagnostic[]): ManifestFile[] {
  if (audience === 'input') return []
  const told = diagnostics.filter((diagnostic) => diagnostic.format === format)
  return [
    {
      path, article, renderer: format, audience, mediaType, size, sha256, uses, checks, ...(coverage ? { coverage } : {}),
      losses: told.filter(tellsOfLoss).map(inManifest), diagnostics: told.filter((diagnostic) => !tellsOfLoss(diagnostic)).map(inManifest),
    },
  ]
}

function storyOf({ story, facts, goneCorrections, diagnostics }: DrawnStory): ManifestStory {
  if (facts === undefined) throw new Error(`${story.file} is published and has no article.`)
  const { slug, id, path, input, names } = facts
  const { source, slug: _slug, id: _id, path: _path, ...teaser } = facts.teaser
  const told = diagnostics.filter(({ format }) => format === undefined).map(inManifest)
  return { slug, id, source, path, input, teaser, ...(names.length > 0 ? { names: [...names] } : {}), ...(goneCorrections.length > 0 ? { goneCorrections: [...goneCorrections] } : {}), diagnostics: told }
}

function sharedFiles(storyFiles: readonly ManifestFile[], { drawn, out: { previous } }: EditionParts): ManifestFile[] {
  const used = new Set<string>()
  for (const { uses } of storyFiles) for (const path of uses) used.add(path)
  const before = new Map(previous?.files.map((file) => [file.path, file]))
  return [...used].flatMap((path): ManifestFile | readonly ManifestFile[] => {
    const [drawnNow, stood] = [drawn.assets.get(path), before.get(path)]
    if (drawnNow === undefined) return stood ? (previous?.wholeFile(stood) ?? []) : []
    const { sha256, size } = drawnNow
    return [{ path, article: null, renderer: null, audience: audienceOf(path), mediaType: mediaTypeOf(path), size, sha256, uses: [], checks: [], losses: [], diagnostics: [] }]
  })
}

/** Everybody may know what made an edition: nothing of it runs where the edition is served. */
function billFile(bill: Uint8Array): ManifestFile {
  const { path, mediaType } = billOfMaterials
  return { path, article: null, renderer: null, audience: 'public', mediaType, size: bill.length, sha256: hashOf(bill), uses: [], checks: [], losses: [], diagnostics: [] }
}

/** Shared files of complete copies lie with them, out of the reach of readers. */
function audienceOf(path: string): 'public' | 'private' {
  return path.startsWith('private/') ? 'private' : 'public'
}

/** Outside things that change the bytes of these files. */
async function toolsOf(files: readonly ManifestFile[], { work }: EditionParts): Promise<Manifest['tools']> {
  const tools: Record<string, string> = { node: process.versions.node.split('.', 1)[0] ?? '', icu: process.versions.icu ?? '' }
  for (const { renderer, options } of work.formats) {
    const isUsed = files.some((file) => file.renderer === renderer.name)
    const key = isUsed ? await renderer.cacheKey?.(options).catch(() => undefined) : undefined
    if (key !== undefined) tools[renderer.name] = key
  }
  return tools
}

function manifestOf(stories: ManifestStory[], files: ManifestFile[], tools: Manifest['tools'], { newsroom }: EditionParts): Manifest {
  const { name, url } = newsroom.publication
  const input = hashOf(canonicalJson({ publication: newsroom.publication, formats: [...newsroom.settings.formats], stories: stories.map((story) => [story.slug, story.input]).sort() }))
  return { schemaVersion: 1, generator: { name: 'galley', version }, publication: { name, url }, input, tools, packages: dependencyVersions(), stories, files }
}

function inManifest({ severity, rule, file, line, column, reason, hint }: Diagnostic): ManifestStory['diagnostics'][number] {
  return { severity, rule, file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }), reason, hint }
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css', woff2: 'font/woff2', jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', svg: 'image/svg+xml',
  mp4: 'video/mp4', webm: 'video/webm', m4a: 'audio/mp4', mp3: 'audio/mpeg', ogg: 'audio/ogg', wav: 'audio/wav', vtt: 'text/vtt',
}

function mediaTypeOf(path: string): string {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
