import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { Artifact } from '../contract/renderer.ts'
import type { Anchored } from './anchors.ts'
import { changeSince, hashOfValue, type Observed, type Sight } from './observed.ts'
import type { MadeFile } from './place-files.ts'
import type { Storeroom } from './storeroom.ts'

/** All that one format of one story is made from, but for what its renderer may look at. */
export interface Recipe {
  format: string
  /** sha256 of the article without its places. */
  input: string
  /** Hash of them. */
  options: string
  /** Paths of the files that are wanted. */
  files: readonly string[]
  /** Of the format and of its templates, with all packages. */
  code: string
  /** The outside things that change its bytes. */
  tool: string
  platform: string
}

/** What came of it. */
export interface KeptFormat {
  recipe: Recipe
  observed: Observed
  artifacts: readonly (MadeFile & Pick<Artifact, 'mediaType'>)[]
  /** Shared files that it links to. */
  assets: readonly MadeFile[]
  diagnostics: readonly Anchored[]
}

/** What is kept of the formats of one story. */
export interface KeptFormats {
  /** What was made by this recipe, if all that was looked at then is still so. */
  find(recipe: Recipe, sight: Sight): Promise<KeptFormat | undefined>
  keep(kept: KeptFormat, pictures: readonly string[]): Promise<void>
  /** Why nothing was found, for people. */
  explain(recipe: Recipe, sight: Sight): Promise<string>
}

/** Open the shelf of one story. A record is found by its recipe, and there is one for each state of what was looked at. */
export function openKeptFormats({ cache: { records } }: Storeroom, shelf: string): KeptFormats {
  const all = (prefix: string): { name: string; kept: KeptFormat }[] =>
    records.list(shelf, prefix).flatMap((name) => {
      const kept = records.look<KeptFormat>(shelf, name)
      return kept ? [{ name, kept }] : []
    })
  return {
    async find(recipe, sight) {
      for (const { name, kept } of all(keyOf(recipe))) {
        if ((await changeSince(kept.observed, sight)) !== undefined) continue
        records.use(shelf, name)
        return kept
      }
      return undefined
    },
    async keep(kept, pictures) {
      const objects = [...kept.artifacts, ...kept.assets].map(({ sha256 }) => sha256)
      await records.keep(shelf, `${keyOf(kept.recipe)}${hashOfValue(kept.observed).slice(0, 16)}`, kept, { objects, records: pictures })
    },
    async explain(recipe, sight) {
      const others = all(`${recipe.format}-`)
      if (others.length === 0) return 'it was never made before, or is not kept any more'
      const reasons = await Promise.all(others.map(async ({ kept }) => differences(kept.recipe, recipe) ?? (await changeSince(kept.observed, sight)) ?? 'one of its files is not kept any more'))
      // Of several earlier states, the one that differs in the least is the one that people have in mind.
      return reasons.toSorted((a, b) => a.split(', ').length - b.split(', ').length || (a < b ? -1 : 1))[0] ?? ''
    },
  }
}

function keyOf(recipe: Recipe): string {
  return `${recipe.format}-${hashOf(canonicalJson(recipe)).slice(0, 32)}-`
}

const words: Readonly<Record<Exclude<keyof Recipe, 'format'>, string>> = {
  input: 'the story', options: 'the options of the format', files: 'the files that are wanted', code: 'the code, a template or a package', tool: 'the program that makes it', platform: 'Node or the machine',
}

/** What of two recipes is not the same, in words; undefined where all is. */
function differences(before: Recipe, now: Recipe): string | undefined {
  const keys = (Object.keys(words) as (keyof typeof words)[]).filter((key) => hashOfValue(before[key]) !== hashOfValue(now[key]))
  return keys.length > 0 ? keys.map((key) => words[key]).join(', ') : undefined
}
