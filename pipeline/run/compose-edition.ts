import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'
import { tellsOfLoss } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { dependencyVersions, version } from '../tools/installation.ts'
import type { Manifest, ManifestFile, ManifestStory } from './manifest.ts'
import type { DrawnStory } from './press.ts'
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
}

/**
 * Decide what stands after this run: the files just drawn; of stories that were not drawn (an error, `--only`) what stood
 * before; of stories that are gone or not public, nothing, whatever else is wrong.
 */
export async function composeEdition(parts: EditionParts): Promise<Composed> {
  const { drawn, out } = parts
  const previous = { stories: out.previous?.stories ?? [], files: out.previous?.files ?? [] }
  const fresh = isStopped(parts) ? [] : drawn.stories.filter(({ fate }) => fate === 'published')
  const bySource = new Map(fresh.map((story) => [story.story.file, story]))
  const standing = previous.stories.filter((story) => mayStand(story.source, parts) && !isDisplaced(story, fresh))
  const newFiles = fresh.flatMap(filesOf)
  const taken = new Set(newFiles.map(({ path }) => path))
  const oldFiles = standing.flatMap((story) => keptFiles(story, previous.files, bySource.get(story.source), parts)).filter(({ path }) => !taken.has(path))
  const storyFiles = [...newFiles, ...oldFiles]
  const shared = sharedFiles(storyFiles, previous.files, parts)
  const files = [...storyFiles, ...shared]
  const stories = [...fresh.map(storyOf), ...standing.filter((story) => !bySource.has(story.source) && oldFiles.some(({ article }) => article === story.slug))]
  const paths = new Set(files.map(({ path }) => path))
  const sources = new Set(stories.map(({ source }) => source))
  const standsAlready = new Set([...fresh.flatMap(({ files: made }) => made.filter(({ stands }) => stands).map(({ planned }) => planned.path)), ...[...drawn.assets].filter(([, { stands }]) => stands).map(([path]) => path)])
  const fromPress = [...newFiles, ...shared.filter(({ path }) => drawn.assets.has(path))].filter(({ path }) => !standsAlready.has(path))
  return {
    manifest: await manifestOf(stories, files, parts),
    places: new Map(fromPress.map(({ path, sha256 }) => [path, sha256])),
    removes: previous.files.map(({ path }) => path).filter((path) => !paths.has(path)),
    removedStories: previous.stories.filter(({ source }) => !sources.has(source)).length,
  }
}

/** With `--strict` one error keeps everything back; removals have no part in that. */
export function isStopped({ options, drawn, newsroom, work }: Pick<EditionParts, 'options' | 'drawn' | 'newsroom' | 'work'>): boolean {
  const all = [...newsroom.diagnostics, ...drawn.stories.flatMap(({ diagnostics }) => diagnostics), ...toldOfHeld(newsroom, work)]
  return options.strict && all.some(({ severity }) => severity === 'error')
}

/** What is said of the stories that the run selected and may not publish; redacted. */
export function toldOfHeld({ stories }: Newsroom, work: Pick<Work, 'isSelected'>): Diagnostic[] {
  return stories.filter(({ verdict, slug }) => !verdict.isPublic && work.isSelected(slug)).flatMap(({ diagnostics }) => diagnostics)
}

/** What was published of a file's story may stand only as long as the file is there and its story may be public. */
function mayStand(source: string, { newsroom }: EditionParts): boolean {
  const story = newsroom.stories.find(({ file }) => file === source)
  return story?.verdict.isPublic === true
}

/** True where another file's story has taken the slug: what stood under it would pass for a part of that story. */
function isDisplaced({ slug, source }: ManifestStory, fresh: readonly DrawnStory[]): boolean {
  return fresh.some(({ story, facts }) => facts?.slug === slug && story.file !== source)
}

/** The files of an earlier publish that stay for one story. */
function keptFiles(story: ManifestStory, files: readonly ManifestFile[], now: DrawnStory | undefined, { work }: EditionParts): ManifestFile[] {
  const own = files.filter(({ article }) => article === story.slug)
  if (now === undefined) return own
  if (now.facts?.path !== story.path) return []
  const isUnchanged = now.facts.input === story.input
  const isNowGated = now.facts.level !== 'free' && own.every(({ audience }) => audience === 'public')
  return own.filter(({ renderer, mediaType }) => {
    // Pictures tell of a story; everything else holds all of it, which is not for everyone any more.
    if (renderer === null || (isNowGated && !mediaType.startsWith('image/'))) return false
    return (work.isPartial && !work.wanted.has(renderer) && work.offered.has(renderer)) || (isUnchanged && now.failedFormats.includes(renderer))
  })
}

function filesOf({ story, files, diagnostics }: DrawnStory): ManifestFile[] {
  return files.flatMap(({ planned: { path, audience, mediaType }, format, uses, sha256, size, record: { checks, coverage } }) => {
    if (audience === 'input') return []
    const told = diagnostics.filter((diagnostic) => diagnostic.format === format)
    return [
      {
        path, article: story.slug, renderer: format, audience, mediaType, size, sha256, uses: [...uses],
        checks: [...checks], ...(coverage ? { coverage } : {}),
        losses: told.filter(tellsOfLoss).map(inManifest), diagnostics: told.filter((diagnostic) => !tellsOfLoss(diagnostic)).map(inManifest),
      },
    ]
  })
}

function storyOf({ story, facts, diagnostics }: DrawnStory): ManifestStory {
  if (facts === undefined) throw new Error(`${story.file} is published and has no article.`)
  const { slug, id, path, input } = facts
  const told = diagnostics.filter(({ format }) => format === undefined).map(inManifest)
  return { slug, id, source: story.file, path, input, diagnostics: told }
}

function sharedFiles(storyFiles: readonly ManifestFile[], before: readonly ManifestFile[], { drawn }: EditionParts): ManifestFile[] {
  const used = [...new Set(storyFiles.flatMap(({ uses }) => uses))]
  return used.flatMap((path) => {
    const drawnNow = drawn.assets.get(path)
    if (drawnNow === undefined) return before.filter((file) => file.path === path)
    const { sha256, size } = drawnNow
    return [{ path, article: null, renderer: null, audience: audienceOf(path), mediaType: mediaTypeOf(path), sha256, size, uses: [], checks: [], losses: [], diagnostics: [] }]
  })
}

/** Shared files of complete copies lie with them, out of the reach of readers. */
function audienceOf(path: string): 'public' | 'private' {
  return path.startsWith('private/') ? 'private' : 'public'
}

async function manifestOf(stories: ManifestStory[], files: ManifestFile[], { newsroom, work }: EditionParts): Promise<Manifest> {
  const tools: Record<string, string> = { node: process.versions.node.split('.', 1)[0] ?? '', icu: process.versions.icu ?? '' }
  for (const { renderer, options } of work.formats) {
    const isUsed = files.some((file) => file.renderer === renderer.name)
    const key = isUsed ? await renderer.cacheKey?.(options).catch(() => undefined) : undefined
    if (key !== undefined) tools[renderer.name] = key
  }
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
