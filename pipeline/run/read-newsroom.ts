import { basename } from 'node:path'
import { publicUrl, storyPath } from '../ast/addresses.ts'
import { limitsOf } from '../ast/limits.ts'
import type { Publication } from '../ast/publication.ts'
import { parsePublication, type Settings } from '../config/parse-publication.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { SourceFile } from '../contract/source.ts'
import { nearestName } from '../contract/nearest.ts'
import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'
import { parseArticle, parseHead, type StoryHead } from '../parse/parse-article.ts'
import { parseWithdrawal, type Withdrawal } from '../parse/parse-withdrawal.ts'
import { measurePicture } from '../pictures/measure-picture.ts'
import { renderers } from '../renderers/index.ts'
import { resolveLogo } from '../resolve/resolve-logo.ts'
import type { StoryEntry, StoryIndex } from '../resolve/resolve-article.ts'
import type { Addresses } from '../rules/story-rule.ts'
import { openAddresses } from './addresses.ts'
import { findDuplicates } from './duplicates.ts'
import { judge, wasPublic, type Verdict } from './gate.ts'
import { loadRules, type Rules } from './load-rules.ts'
import { publicationError } from './publication-error.ts'
import { redact } from './redact.ts'
import { withOwnTexts } from './same-text.ts'
import { openSource, type SourceFolder, type StoryFiles } from './source-folder.ts'
import { openSourceIndex, type SourceIndex } from './source-index.ts'
import type { Storeroom } from './storeroom.ts'

/** One story as a run knows it before it is read: who it is, and whether it may be public. */
export interface Story {
  file: string
  slug: string
  id: string
  verdict: Verdict
  /** sha256 of the file, hex; absent where it cannot be read. */
  sha256?: string
  /** What readers are told in the place of a killed story. Absent where they never had it: then they are told nothing. */
  withdrawal?: Withdrawal
  /** What is wrong between this story and others; of a story that is not public, everything, without its words. */
  diagnostics: readonly Diagnostic[]
}

/** The whole newspaper, read. */
export interface Newsroom {
  source: SourceFolder
  settings: Settings
  publication: Publication
  stories: readonly Story[]
  index: StoryIndex
  /** What stands at the publication’s own addresses. */
  addresses: Addresses
  /** What its stories are judged by. */
  rules: Rules
  files: SourceIndex
  /** About the publication itself. */
  diagnostics: readonly Diagnostic[]
}

/** Read a newspaper as of one moment (milliseconds since 1970). Without settings it cannot be published: the diagnostics say why. */
export async function readNewsroom(folder: string, now: number, storeroom?: Storeroom): Promise<Newsroom | { diagnostics: readonly Diagnostic[] }> {
  const source = openSource(folder)
  const file = await source.read('publication.yml')
  if ('problem' in file) return publicationError('no-source', { folder }, { file: 'publication.yml' })
  const { settings, diagnostics } = parsePublication(file, Object.fromEntries(renderers.map(({ name, options }) => [name, options])))
  if (settings === undefined) return { diagnostics }
  const logo = await resolveLogo(settings.logo, { source, measure: (picture) => measurePicture(picture, limitsOf(settings.publication)) })
  const publication: Publication = { ...settings.publication, ...(logo.picture ? { logo: logo.picture } : {}) }
  const { rules, diagnostics: unruly } = await loadRules(folder, source, settings)
  const said = [...diagnostics, ...logo.diagnostics, ...unruly]
  if (said.some(({ severity }) => severity === 'error')) return { diagnostics: said }
  const found = await source.stories()
  if ('problem' in found) return { diagnostics: [...said, ...publicationError('unreadable-articles', found, { file: 'articles' }).diagnostics] }
  const files = openSourceIndex(folder, source, storeroom?.cache, Date.now())
  const desk: Desk = { source, publication, now, files, key: hashOf(canonicalJson([storeroom?.code.whole, publication])) }
  const { stories, index, formerly } = await readStories(found.files, desk)
  const addresses = openAddresses({ publication, index, formerly, pages: settings.pages })
  return { source, settings, publication, stories, index, addresses, rules, files, diagnostics: [...said, ...notRead(found), ...unknownInFront(publication, stories)] }
}

/** What the heads of stories are read with. */
interface Desk {
  source: SourceFolder
  publication: Publication
  now: number
  files: SourceIndex
  /** Names all that a head depends on besides its file. */
  key: string
}

/** What somebody may believe to be published, and is not. */
function notRead({ misnamed, linked }: StoryFiles): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const path of misnamed) reportInto(diagnostics)('misnamed-story', { file: path }, { name: basename(path) })
  for (const path of linked) reportInto(diagnostics)('linked-folder', { file: path }, { path })
  return diagnostics
}

/** Slugs that are to lead the front page and are those of no story; one that is not public yet is only waited for. */
function unknownInFront({ front }: Publication, stories: readonly Story[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const slugs = stories.map(({ slug }) => slug)
  for (const slug of front.filter((one) => !slugs.includes(one))) reportInto(diagnostics)('unknown-front-story', { file: 'publication.yml' }, { slug, nearest: nearestName(slug, stories.filter(({ verdict }) => verdict.isPublic).map((story) => story.slug)) })
  return diagnostics
}

async function readStories(files: readonly string[], desk: Desk): Promise<Pick<Newsroom, 'stories' | 'index'> & { formerly: ReadonlyMap<string, readonly string[]> }> {
  const stories: Story[] = []
  const index = new Map<string, StoryEntry>()
  const formerly = new Map<string, readonly string[]>()
  for (const path of files) {
    const { story, head } = await readStory(path, desk)
    stories.push(story)
    index.set(story.slug, entryOf(story, head, desk.publication))
    if (head?.formerly) formerly.set(story.slug, head.formerly)
  }
  const duplicates = findDuplicates(stories)
  return { stories: stories.map((story) => withDiagnostics(story, duplicates.get(story.file) ?? [])), index, formerly }
}

async function readStory(path: string, { publication, now, files, key }: Desk): Promise<{ story: Story; head?: StoryHead }> {
  const sha256 = await files.hash(path)
  const known = files.head(path, sha256, key)
  if (known !== undefined) {
    const verdict = judge(known.gate, now)
    if (verdict.isPublic) return { story: { file: path, slug: known.slug, id: known.id, verdict, sha256, diagnostics: [] }, head: known }
  }
  const { file, hash } = await files.read(path)
  if ('problem' in file) return { story: unreadable(path, file.problem) }
  const head = withOwnTexts(parseHead(file, { publication }))
  const { slug, id } = head
  const verdict = judge(head.gate, now)
  // Nobody waits for a story that is not public, so all that is wrong with it is found out at once, and nothing of it is kept.
  if (!verdict.isPublic) files.forget([path])
  if (!verdict.isPublic) return { story: { file: path, slug, id, verdict, ...withdrawn(file, head, { publication, now }), diagnostics: parseArticle(file, { publication }).diagnostics }, head }
  files.keepHead(path, hash, head, key)
  return { story: { file: path, slug, id, verdict, sha256: hash, diagnostics: [] }, head }
}

function withdrawn(file: SourceFile, { gate }: StoryHead, { publication, now }: Pick<Desk, 'publication' | 'now'>): Pick<Story, 'withdrawal'> {
  const withdrawal = gate.status === 'canceled' ? parseWithdrawal(file, { publication }) : undefined
  return withdrawal && wasPublic(gate, now, withdrawal.retraction?.date) ? { withdrawal } : {}
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

function entryOf({ slug, verdict }: Story, head: StoryHead | undefined, publication: Publication): StoryEntry {
  const isPublic = verdict.isPublic && head?.isReadable === true
  return {
    slug,
    // What may not be told is not looked up either, and no record of another story depends on it.
    headline: isPublic ? (head.headline ?? slug) : '',
    url: withOwnTexts(publicUrl(publication, `${storyPath(slug, head?.section)}/index.html`)),
    isPublic,
  }
}
