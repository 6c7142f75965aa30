import { canonicalJson } from '../../pipeline/ast/canonical-json.ts'
import { manifestName, type Manifest, type ManifestFile, type ManifestStory } from '../../pipeline/run/manifest.ts'
import { billOfMaterials } from '../../pipeline/run/bill-of-materials.ts'
import { provenanceName } from '../../pipeline/run/provenance.ts'
import type { Files } from '../machine/files-below.ts'
import { storiesInError, type Edition } from './edition.ts'
import { how, otherErrors } from './with-witness.ts'

/** What a comparison with a clean build has come to. */
export interface Comparison {
  /** Empty where all is well. */
  differences: string[]
  /** Stories that stand as they stood because their new version has an error, and that a clean build cannot have. */
  kept: string[]
  /** Files that are compared with the witness alone, because such stories are on them. */
  excused: string[]
}

/**
 * Compare with a publish of the same newspaper into an empty folder with nothing kept. soak/README.md has the rule; `before` is what stood when the round
 * began. Everything is to be equal, the manifest too, but for what a story in error has kept, which is to be what it was, and pages on which that shows.
 */
export function compareWithClean(soaked: Edition, clean: Edition, before: Files): Comparison {
  const [ours, theirs] = [byPath(soaked.manifest), byPath(clean.manifest)]
  const inError = storiesInError(soaked.outcome)
  const cleanSlugs = new Set(clean.manifest.stories.map(({ slug }) => slug))
  const kept = soaked.manifest.stories.map(({ slug }) => slug).filter((slug) => !cleanSlugs.has(slug))

  const isKept = (path: string): boolean => {
    const article = ours.get(path)?.article ?? undefined
    return article !== undefined && inError.has(article) && !theirs.has(path) && soaked.files.get(path) === before.get(path)
  }
  const isAround = (file: ManifestFile | undefined): boolean => kept.length > 0 && file?.article === null && file.renderer !== null && file.renderer !== 'kills'
  const sharedHere = usesOf(ours.values(), (file) => isKept(file.path) || isAround(file))
  const sharedThere = usesOf(theirs.values(), isAround)
  const isShared = (path: string): boolean => (theirs.has(path) ? !ours.has(path) && sharedThere.has(path) : sharedHere.has(path))
  // It tells the hash of the manifest.
  const isOfOtherManifest = (path: string): boolean => path === provenanceName && soaked.files.get(manifestName) !== clean.files.get(manifestName)
  // It names the tools of formats that have files, and a format may have none but what was kept.
  const isOfOtherTools = (path: string): boolean => path === billOfMaterials.path && kept.length > 0 && canonicalJson(soaked.manifest.tools) !== canonicalJson(clean.manifest.tools)
  const isExcused = (path: string): boolean => isOfOtherManifest(path) || isOfOtherTools(path) || isKept(path) || isAround(ours.get(path) ?? theirs.get(path)) || isShared(path)

  const paths = [...new Set([...soaked.files.keys(), ...clean.files.keys()])].filter((path) => path !== manifestName && soaked.files.get(path) !== clean.files.get(path)).sort()
  const listed = [...new Set([...ours.keys(), ...theirs.keys()])].filter((path) => !isExcused(path) && canonicalJson(ours.get(path)) !== canonicalJson(theirs.get(path)))
  return {
    differences: [
      ...kept.filter((slug) => !inError.has(slug)).map((slug) => `${slug}: stands, and no error says why`),
      ...paths.filter((path) => !isExcused(path)).map((path) => `${path}: ${how(soaked, clean, path)}`),
      ...listed.map((path) => `${manifestName}: tells something else of ${path}`),
      ...otherFacts(soaked.manifest, clean.manifest, kept),
      ...otherErrors(soaked, clean, 'a clean build'),
    ],
    kept,
    excused: paths.filter(isExcused),
  }
}

function usesOf(files: Iterable<ManifestFile>, tells: (file: ManifestFile) => boolean): ReadonlySet<string> {
  return new Set([...files].filter(tells).flatMap(({ uses }) => uses))
}

function byPath({ files }: Manifest): ReadonlyMap<string, ManifestFile> {
  return new Map(files.map((file) => [file.path, file]))
}

/** What the manifest tells besides files. Corrections that have gone it alone can know, so they are left to the witness. */
function otherFacts(ours: Manifest, theirs: Manifest, kept: readonly string[]): string[] {
  const clean = new Map(theirs.stories.map((story) => [story.slug, story]))
  const stories = ours.stories.filter(({ slug }) => !kept.includes(slug))
  const known = (tools: Manifest['tools']): Manifest['tools'] => Object.fromEntries(Object.entries(tools).filter(([name]) => kept.length === 0 || name in theirs.tools))
  const headOf = ({ stories: _stories, files: _files, input, tools, ...head }: Manifest): unknown => ({ ...head, tools: known(tools), ...(kept.length === 0 ? { input } : {}) })
  return [
    ...stories.filter((story) => canonicalJson(withoutMemory(story)) !== canonicalJson(withoutMemory(clean.get(story.slug)))).map(({ slug }) => `${manifestName}: tells something else of ${slug}`),
    ...theirs.stories.filter(({ slug }) => !stories.some((story) => story.slug === slug)).map(({ slug }) => `${manifestName}: lacks ${slug}`),
    ...(canonicalJson(headOf(ours)) === canonicalJson(headOf(theirs)) ? [] : [`${manifestName}: begins otherwise`]),
  ]
}

function withoutMemory(story: ManifestStory | undefined): unknown {
  if (story === undefined) return undefined
  const { goneCorrections: _, diagnostics, ...rest } = story
  return { ...rest, diagnostics: diagnostics.filter(({ rule }) => rule !== 'correction-gone') }
}
