import { join } from 'node:path'
import * as z from 'zod'
import { correctionTypes } from '../ast/article.ts'
import { EditionStory } from '../ast/edition.ts'
import { DateTime } from '../ast/small-types.ts'
import { readAs, textOf } from './read-document.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const path = z.string().refine((value) => !/^\/|\\|\0/.test(value) && !value.split('/').includes('..'), 'must lie below dist/')

const ManifestDiagnostic = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  rule: z.string(),
  file: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
  reason: z.string(),
  hint: z.string(),
})

const ManifestCheck = z.strictObject({
  name: z.string(),
  version: z.string().optional().describe('Of the authority; absent where it was not on the machine'),
  verdict: z.enum(['passed', 'warnings', 'failed', 'not-checked']),
})

/** One file of `dist/`. What is about the publication as a whole belongs to no article, and shared files (`assets/…`) and the bill of materials to no renderer either. */
const ManifestFile = z.strictObject({
  path,
  article: z.string().nullable().describe('Slug of the story'),
  renderer: z.string().nullable(),
  audience: z.enum(['public', 'private']),
  mediaType: z.string(),
  size: z.int().min(0).describe('Bytes'),
  sha256: hash,
  uses: z.array(path).describe('Shared files that it links to'),
  checks: z.array(ManifestCheck).default([]).describe('What judged it, and the verdict'),
  coverage: z
    .strictObject({ written: z.int().min(0), found: z.int().min(0) })
    .optional()
    .describe('Words of the story that this file is to hold, and how many of them are in it'),
  losses: z.array(ManifestDiagnostic).default([]).describe('What of the story this format cannot carry, each with its place'),
  diagnostics: z.array(ManifestDiagnostic),
})
/** Lists that many files share are no file's to change. */
export type ManifestFile = Omit<z.infer<typeof ManifestFile>, 'uses' | 'checks'> & { uses: readonly string[]; checks: readonly z.infer<typeof ManifestCheck>[] }

/** A correction that readers have seen and do not find any more. */
const GoneCorrection = z.strictObject({ date: DateTime, type: z.enum(correctionTypes), sha256: hash.describe('Of its plain text, which may have had to go') })
export type GoneCorrection = z.infer<typeof GoneCorrection>

/** One published story: whose file it is, and the hash of all that an author had written when it was published. */
const ManifestStory = z.strictObject({
  slug: z.string(),
  id: z.string(),
  source: z.string().describe('Its file below source/'),
  path,
  input: hash.describe('sha256 of the canonical JSON of the article, without positions'),
  teaser: EditionStory.omit({ source: true, slug: true, id: true, path: true }).optional().describe('What front page, feeds and sitemaps tell of it'),
  names: z.array(z.string()).optional().describe('Slugs of the other stories whose headlines its pages show'),
  goneCorrections: z.array(GoneCorrection).min(1).optional().describe('Corrections that stood once and do not stand as they did; asked for until they are back or their report is silenced'),
  diagnostics: z.array(ManifestDiagnostic),
})
export type ManifestStory = z.infer<typeof ManifestStory>

/** `dist/manifest.json`: what stands, and for whom. It holds no time of a run, no absolute path and no job count. */
export const Manifest = z.strictObject({
  schemaVersion: z.literal(1),
  generator: z.strictObject({ name: z.literal('galley'), version: z.string() }),
  publication: z.strictObject({ name: z.string(), url: z.string() }),
  input: hash.optional().describe('sha256 of all that was published: the publication, its formats, and the input of each story'),
  tools: z.record(z.string(), z.string()).describe('Outside things that change the bytes of a format: the browser of the PDFs, Node, and its tables of Unicode'),
  packages: z.record(z.string(), z.string()).default({}).describe('Versions of the npm packages that made the files: fonts, renderers, picture libraries'),
  stories: z.array(ManifestStory),
  files: z.array(ManifestFile),
})
export type Manifest = Omit<z.infer<typeof Manifest>, 'files'> & { files: readonly ManifestFile[] }

/** Name of the manifest in `dist/`. */
export const manifestName = 'manifest.json'

/** The manifest in a folder; undefined where there is none. Throws a sentence where it is damaged. */
export async function readManifest(out: string): Promise<Manifest | undefined> {
  const text = await textOf(join(out, manifestName))
  return text === undefined ? undefined : readAs(Manifest, text)
}

/**
 * The manifest as a file: stories by slug, files by path, and keys in the order of the definition, which all who make records keep, so that equal
 * publications have equal manifests. In small pieces, each made when it is asked for: that of ten thousand stories would be the largest thing in memory.
 * Each entry of the two lists begins with a line of two spaces and a brace and ends with one, by which `manifest-entries.ts` finds it.
 */
export function* printManifest({ stories, files, ...head }: Manifest): Generator<string> {
  const start = JSON.stringify(head, null, 1).slice(0, -'\n}'.length)
  yield `${start},\n "stories": `
  yield* printList([...stories].sort((a, b) => order(a.slug, b.slug)))
  yield ',\n "files": '
  yield* printList([...files].sort((a, b) => order(a.path, b.path)))
  yield '\n}\n'
}

const entriesInPiece = 20

/** As JSON, some entries at a time. */
function* printList(entries: readonly unknown[]): Generator<string> {
  if (entries.length === 0) return void (yield '[]')
  for (let start = 0; start < entries.length; start += entriesInPiece) {
    yield `${start === 0 ? '[' : ','}${printEntries(entries.slice(start, start + entriesInPiece))}`
  }
  yield '\n ]'
}

/** As they stand in a list of the manifest, without its brackets. */
function printEntries(entries: readonly unknown[]): string {
  return JSON.stringify({ '': entries }, null, 1).slice('{\n "": ['.length, -'\n ]\n}'.length)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The JSON Schema of the manifest, for `manifest.schema.json`. */
export function manifestJsonSchema(): unknown {
  return z.toJSONSchema(Manifest, { io: 'output' })
}
