import { closeSync, fstatSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { growSparingly } from './grow-sparingly.ts'
import { manifestName, readManifest, type Manifest, type ManifestFile, type ManifestStory } from './manifest.ts'
import { hashOfOpen, readAt, readEntries, type EntryPlace } from './manifest-entries.ts'
import { sameChecks, sameText, sameTexts } from './same-text.ts'

/** A story that stands since the last publish, as much of it as every run asks for. */
export interface LastStory extends Pick<ManifestStory, 'slug' | 'id' | 'source' | 'path' | 'names' | 'goneCorrections'>, EntryPlace {
  access: Teaser['access'] | undefined
  corrections: Teaser['corrections']
}

/** A file of `dist/` that stands since the last publish. */
export interface LastFile extends Pick<ManifestFile, 'path' | 'article' | 'renderer'>, EntryPlace {}

type Teaser = NonNullable<ManifestStory['teaser']>

/** What the last publish left, by its manifest. Of ten thousand stories most is never asked for, so that stays on disk until somebody does. */
export interface LastManifest {
  stories: readonly LastStory[]
  files: readonly LastFile[]
  wholeStory(story: LastStory): ManifestStory
  wholeFile(file: LastFile): ManifestFile
  /** Nothing whole can be had any more. */
  close(): void
}

/** About as many bytes does a manifest tell of a story and its files. */
const bytesOfStory = 6_000

/**
 * The manifest of the last publish into a folder; undefined where there is none. One that is known, by its hash, to be printed by this very code is read
 * entry by entry; any other is looked through as a whole. Throws a sentence where it is damaged.
 */
export async function readLastManifest(out: string, isKnown: (sha256: string) => boolean = () => false): Promise<LastManifest | undefined> {
  const file = openIfThere(join(out, manifestName))
  if (file === undefined) return undefined
  try {
    growSparingly(fstatSync(file).size / bytesOfStory)
    if (isKnown(hashOfOpen(file))) return lastOnDisk(file)
  } catch (error) {
    closeSync(file)
    throw error
  }
  closeSync(file)
  const manifest = await readManifest(out)
  return manifest && lastInMemory(manifest)
}

function lastOnDisk(file: number): LastManifest {
  const [stories, files]: [LastStory[], LastFile[]] = [[], []]
  for (const { list, text, ...place } of readEntries(file)) {
    if (list === 'stories') stories.push(lastStory(JSON.parse(text) as ManifestStory, place))
    else files.push(lastFile(JSON.parse(text) as ManifestFile, place))
  }
  const whole = (place: EntryPlace): unknown => JSON.parse(readAt(file, place))
  return { stories, files, wholeStory: (story) => whole(story) as ManifestStory, wholeFile: (one) => withSameTexts(whole(one) as ManifestFile), close: () => closeSync(file) }
}

/** The place of an entry is then its number. */
function lastInMemory({ stories, files }: Manifest): LastManifest {
  return {
    stories: stories.map((story, at) => lastStory(story, { at, length: 1 })),
    files: files.map((file, at) => lastFile(file, { at, length: 1 })),
    wholeStory: ({ at }) => stories[at] as ManifestStory,
    wholeFile: ({ at }) => withSameTexts(files[at] as ManifestFile),
    close: () => undefined,
  }
}

function lastStory({ slug, id, source, path, names, goneCorrections, teaser }: ManifestStory, { at, length }: EntryPlace): LastStory {
  // A story is most often its own id.
  return { slug, id: id === slug ? slug : id, source, path, at, length, access: teaser?.access, corrections: teaser?.corrections.length ? teaser.corrections : none, ...(names ? { names } : {}), ...(goneCorrections ? { goneCorrections } : {}) }
}

const none: Teaser['corrections'] = []

function lastFile({ path, article, renderer }: ManifestFile, { at, length }: EntryPlace): LastFile {
  return { path, article, renderer: renderer === null ? null : sameText(renderer), at, length }
}

function withSameTexts(file: ManifestFile): ManifestFile {
  return { ...file, uses: sameTexts(file.uses), checks: sameChecks(file.checks) }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
