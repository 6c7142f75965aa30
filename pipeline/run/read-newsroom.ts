import { basename } from 'node:path'
import type { ParsedArticle } from '../ast/article.ts'
import { publicUrl, storyPath } from '../ast/addresses.ts'
import type { Publication } from '../ast/publication.ts'
import { parsePublication, type Settings } from '../config/parse-publication.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { parseArticle } from '../parse/parse-article.ts'
import { measurePicture } from '../pictures/measure-picture.ts'
import { renderers } from '../renderers/index.ts'
import { resolveLogo } from '../resolve/resolve-logo.ts'
import type { StoryIndex } from '../resolve/resolve-article.ts'
import { findDuplicates } from './duplicates.ts'
import { judge, type Verdict } from './gate.ts'
import { publicationError } from './publication-error.ts'
import { redact } from './redact.ts'
import { openSource, type SourceFolder } from './source-folder.ts'

/** One story as read: what its author wrote, whether it may be public, and what is wrong with it so far. */
export interface Story {
  file: string
  slug: string
  id: string
  verdict: Verdict
  /** Absent where an error leaves nothing to go on with. */
  parsed?: ParsedArticle
  diagnostics: readonly Diagnostic[]
}

/** The whole newspaper, read. */
export interface Newsroom {
  source: SourceFolder
  settings: Settings
  publication: Publication
  stories: readonly Story[]
  index: StoryIndex
  /** About the publication itself. */
  diagnostics: readonly Diagnostic[]
}

/** Read a newspaper as of one moment (milliseconds since 1970). Without settings it cannot be published: the diagnostics say why. */
export async function readNewsroom(folder: string, now: number): Promise<Newsroom | { diagnostics: readonly Diagnostic[] }> {
  const source = openSource(folder)
  const file = await source.read('publication.yml')
  if ('problem' in file) return publicationError('no-source', { folder }, { file: 'publication.yml' })
  const { settings, diagnostics } = parsePublication(file, Object.fromEntries(renderers.map(({ name, options }) => [name, options])))
  if (settings === undefined) return { diagnostics }
  const logo = await resolveLogo(settings.logo, { source, measure: measurePicture })
  const publication: Publication = { ...settings.publication, ...(logo.picture ? { logo: logo.picture } : {}) }
  const said = [...diagnostics, ...logo.diagnostics]
  if (said.some(({ severity }) => severity === 'error')) return { diagnostics: said }
  const found = await source.stories()
  if ('problem' in found) return { diagnostics: [...said, ...publicationError('unreadable-articles', found, { file: 'articles' }).diagnostics] }
  const stories = await readStories(found.files, source, publication, now)
  return {
    source,
    settings,
    publication,
    stories,
    index: indexOf(stories, publication),
    diagnostics: [...said, ...misnamed(found.misnamed)],
  }
}

function misnamed(paths: readonly string[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const path of paths) reportInto(diagnostics)('misnamed-story', { file: path }, { name: basename(path) })
  return diagnostics
}

async function readStories(files: readonly string[], source: SourceFolder, publication: Publication, now: number): Promise<Story[]> {
  const stories: Story[] = []
  for (const path of files) stories.push(await readStory(source, path, publication, now))
  const duplicates = findDuplicates(stories)
  return stories.map((story) => withDiagnostics(story, duplicates.get(story.file) ?? []))
}

async function readStory(source: SourceFolder, path: string, publication: Publication, now: number): Promise<Story> {
  const file = await source.read(path)
  if ('problem' in file) return unreadable(path, file.problem)
  const { slug, article, gate, diagnostics } = parseArticle(file, { publication })
  return { file: path, slug, id: article?.id ?? slug, verdict: judge(gate, now), ...(article ? { parsed: article } : {}), diagnostics }
}

/** Nothing can be known of it, so nothing of it changes: it is neither published nor removed. */
function unreadable(path: string, detail: string): Story {
  const diagnostics: Diagnostic[] = []
  reportInto(diagnostics)('unreadable-story', { file: path }, { detail })
  return { file: path, slug: path, id: path, verdict: { isPublic: true }, diagnostics }
}

/** Of a story that is not public, only place and rule may be told. */
function withDiagnostics(story: Story, more: readonly Diagnostic[]): Story {
  const diagnostics = [...story.diagnostics, ...more].map((diagnostic) => ({ ...diagnostic, story: story.slug }))
  return { ...story, diagnostics: story.verdict.isPublic ? diagnostics : diagnostics.map((diagnostic) => redact(diagnostic, story.verdict)) }
}

function indexOf(stories: readonly Story[], publication: Publication): StoryIndex {
  return new Map(
    stories.map(({ slug, parsed, verdict }) => [
      slug,
      {
        slug,
        headline: parsed?.headline ?? slug,
        url: publicUrl(publication, `${storyPath(slug, parsed?.section)}/index.html`),
        isPublic: verdict.isPublic && parsed !== undefined,
      },
    ]),
  )
}
