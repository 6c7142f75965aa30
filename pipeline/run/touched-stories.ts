import { basename, extname, relative, sep } from 'node:path'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { parseHead } from '../parse/parse-article.ts'
import { changedFiles, fileInCommit, placeInGit, type Changes, type GitProblem } from '../tools/git/changed-files.ts'
import { home } from '../tools/installation.ts'
import { publicationError } from './publication-error.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Newsroom, Story } from './read-newsroom.ts'
import { readDependencies } from './story-dependencies.ts'

/** Slugs of the stories that a difference touches, or all of them. */
export type Touched = ReadonlySet<string> | 'all'

/**
 * Find the stories that differ between `--changed-since` and the working tree, and those that depend on what does: on a picture or a media
 * file, or on another story that they name by `ref`. What belongs to the newspaper as a whole touches all.
 */
export async function findTouched(newsroom: Newsroom, { changedSince, source, signal }: Pick<PublishOptions, 'changedSince' | 'source' | 'signal'>): Promise<{ touched: Touched } | { diagnostics: readonly Diagnostic[] }> {
  if (changedSince === undefined) return { touched: 'all' }
  const changes = await changedFiles(source, changedSince, signal)
  if ('problem' in changes) return explain(changes, changedSince, source)
  const { own, ofNewspaper } = sortOut(changes, newsroom)
  if (ofNewspaper || (await hasChangedProgram(changes, signal))) return { touched: 'all' }
  if (own.size === 0) return { touched: new Set() }
  const changed = newsroom.stories.filter(({ file }) => own.has(file.normalize('NFC')))
  const slugs = new Set([...changed.map(({ slug }) => slug), ...(await slugsBefore(changes, newsroom, source, signal))])
  const dependents: Story[] = []
  for (const story of newsroom.stories) {
    signal.throwIfAborted()
    if (!changed.includes(story) && story.verdict.isPublic && (await dependsOn(story, { files: own, slugs }, newsroom))) dependents.push(story)
  }
  return { touched: new Set([...changed, ...dependents].map(({ slug }) => slug)) }
}

/** The changed files below `source/`, in the spelling of stories, and whether one of them is of the newspaper and not of a story. */
function sortOut({ files, prefix }: Changes, { publication, stories }: Newsroom): { own: ReadonlySet<string>; ofNewspaper: boolean } {
  const own = new Set(files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length).normalize('NFC')))
  const known = new Set(stories.map(({ file }) => file))
  const isOfStories = (path: string): boolean => known.has(path) || path.startsWith('articles/') || mediaNames.test(path) || path.split('/').some((part) => part.startsWith('.')) || isFolder(path)
  const ofNewspaper = [...own].some((path) => path === 'publication.yml' || path === publication.logo?.src || !isOfStories(path))
  return { own, ofNewspaper }
}

/** What belongs to those stories that show it. Any other file outside of `articles/` may be a rule or a setting of the newsroom. */
const mediaNames = /\.(jpe?g|png|webp|avif|gif|svg|tiff?|mp4|m4v|mov|webm|mp3|m4a|aac|ogg|oga|opus|flac|wav|vtt|srt)$/i

/** Templates, code and packages make every page; they count where Galley lies in the newspaper's own repository. */
async function hasChangedProgram({ top, files }: Changes, signal: AbortSignal): Promise<boolean> {
  const place = await placeInGit(home, signal)
  if ('problem' in place || place.top !== top) return false
  const parts = ['templates/', 'pipeline/', 'package.json', 'package-lock.json'].map((part) => place.prefix + part)
  return files.some((file) => parts.some((part) => file === part || (part.endsWith('/') && file.startsWith(part))))
}

/** Slugs that changed stories had: a story that is gone or was renamed may still be named by others. */
async function slugsBefore({ files, prefix, commit }: Changes, { publication }: Newsroom, source: string, signal: AbortSignal): Promise<string[]> {
  const slugs: string[] = []
  for (const path of files.filter((file) => file.startsWith(`${prefix}articles/`) && file.endsWith('.md'))) {
    const bytes = await fileInCommit(source, commit, path, signal)
    if (bytes !== undefined) slugs.push(parseHead({ path: path.slice(prefix.length), bytes }, { publication }).slug)
  }
  return slugs
}

/** What has changed, by name: files below `source/`, and stories. */
interface Names {
  files: ReadonlySet<string>
  slugs: ReadonlySet<string>
}

async function dependsOn(story: Story, names: Names, newsroom: Newsroom): Promise<boolean> {
  const file = await newsroom.source.read(story.file)
  if ('problem' in file || !mayName(names, file.bytes)) return false
  const { files, slugs } = await readDependencies(file, newsroom)
  return [...slugs].some((slug) => names.slugs.has(slug)) || [...files].some((path) => names.files.has(path) || foldersOf(path).some((folder) => names.files.has(folder)))
}

/** Parsing an archive takes long, and most of its stories do not hold the letters of any of these names, nor a character that can stand for one. */
function mayName({ files, slugs }: Names, bytes: Uint8Array): boolean {
  const names = [...slugs, ...[...files].map((path) => basename(path))]
  const text = new TextDecoder().decode(bytes).normalize('NFC')
  return names.length > 100 || [...files].some(isFolder) || /[&\\]/.test(text) || names.some((name) => text.includes(name))
}

function isFolder(path: string): boolean {
  return extname(path) === ''
}

/** git tells of a submodule, such as a folder of pictures, by the folder alone. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'))
}

function explain(problem: GitProblem, revision: string, source: string): { diagnostics: readonly Diagnostic[] } {
  switch (problem.problem) {
    case 'no-git':
      return publicationError('no-git', {})
    case 'not-a-repository':
      return publicationError('not-a-repository', { folder: relative('', source).split(sep).join('/') || source, detail: problem.detail })
    case 'unknown-revision':
      return publicationError('unknown-revision', { revision })
    case 'shallow-clone':
      return publicationError('shallow-clone', { revision })
    case 'git-failed':
      return publicationError('git-failed', { detail: problem.detail })
    default:
      return problem satisfies never
  }
}
