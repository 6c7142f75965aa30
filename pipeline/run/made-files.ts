import { hashOf } from '../cache/hash-of.ts'
import type { Artifact, PromisedFile } from '../contract/renderer.ts'
import type { KeptFormat, KeptFormats } from './kept-formats.ts'
import type { MadeFile, Placing } from './place-files.ts'
import type { ReadableFile, StoryFile } from './render-story.ts'
import { sameTexts } from './same-text.ts'

/** A file of a format before its judges have seen it. */
export type UnjudgedFile<Planned extends PromisedFile> = Omit<StoryFile<Planned>, 'record'>

type TypedFile = ReadableFile & Pick<Artifact, 'mediaType'>

/** A file that was just made. */
export function readable({ path, mediaType, bytes }: Artifact): TypedFile {
  return { path, mediaType, sha256: hashOf(bytes), size: bytes.length, read: async () => bytes }
}

/** A file with its bytes, for whoever has to see them. */
async function readArtifact({ path, mediaType, read }: TypedFile): Promise<Artifact> {
  return { path, mediaType, bytes: await read() }
}

/** Files with their bytes, in their order. */
export function readAll(files: readonly TypedFile[]): Promise<Artifact[]> {
  return Promise.all(files.map(readArtifact))
}

/** What one format has made, in the order of its plan; `uses` are the shared files that all but its inputs link to. Throws where it is not what was planned. */
export function matchPlan<Planned extends PromisedFile>(format: string, plan: readonly Planned[], made: readonly TypedFile[], uses: readonly string[]): UnjudgedFile<Planned>[] {
  const byPath = new Map(made.map((file) => [file.path, file]))
  if (byPath.size !== plan.length || made.length !== plan.length) throw new Error(`${plan.length} files were planned and ${made.length} made`)
  return plan.map((planned) => {
    const file = byPath.get(planned.path)
    if (file === undefined) throw new Error(`${planned.path} was planned and not made`)
    return { ...file, planned, format, uses: planned.audience === 'input' ? [] : uses }
  })
}

/** What a format has come to: its own files, and the shared ones that they link to. */
interface Drawing {
  files: readonly TypedFile[]
  assets: readonly ReadableFile[]
}

/** What was kept of a format, with `fetch` for each file; undefined where the bytes of one cannot be had. */
export async function fetchKept({ artifacts, assets }: KeptFormat, fetch: (file: MadeFile) => Promise<ReadableFile | undefined> | ReadableFile): Promise<Drawing | undefined> {
  const [files, shared] = await Promise.all([Promise.all(artifacts.map(async (artifact) => withType(await fetch(artifact), artifact))), Promise.all(assets.map(fetch))])
  if (!files.every((file) => file !== undefined) || !shared.every((file) => file !== undefined)) return undefined
  return { files, assets: shared }
}

function withType(file: ReadableFile | undefined, { mediaType }: Pick<Artifact, 'mediaType'>): TypedFile | undefined {
  return file && { ...file, mediaType }
}

/** Keep what a format has made for later runs: its files first, so that no record tells of what is not there. */
export async function keepDrawn(kept: Omit<KeptFormat, 'artifacts' | 'assets'>, { files, assets }: Drawing, pictures: readonly string[], shelf: KeptFormats, placing: Pick<Placing, 'keep'>): Promise<void> {
  await Promise.all([...files, ...assets].map((file) => placing.keep(file)))
  await shelf.keep({ ...kept, artifacts: files.map((file) => ({ ...plain(file), mediaType: file.mediaType })), assets: assets.map(plain) }, pictures)
}

function plain({ path, sha256, size }: ReadableFile): MadeFile {
  return { path, sha256, size }
}

/** The paths of shared files as a file lists them. */
export function usesOf(assets: readonly MadeFile[]): readonly string[] {
  return sameTexts(assets.map(({ path }) => path).sort())
}
