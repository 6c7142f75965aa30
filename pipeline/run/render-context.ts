import { join } from 'node:path'
import type { Article } from '../ast/article.ts'
import { publicUrl } from '../ast/addresses.ts'
import type { Publication } from '../ast/publication.ts'
import type { Link } from '../ast/small-types.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { Report } from '../contract/catalogue.ts'
import type { Artifact, Asset, Materials, PictureVariant, PlannedFile, RenderContext } from '../contract/renderer.ts'
import type { SourceReader } from '../contract/source.ts'
import { home, packageFolder } from '../tools/installation.ts'
import { readInstalledFile } from '../tools/installed-file.ts'
import { hashOfValue, watchPublication, type Observed } from './observed.ts'
import type { PictureDesk, Rights } from './picture-desk.ts'
import { rightsOf } from './picture-rights.ts'
import type { MadeFile } from './place-files.ts'

/** What materials are made from. */
export interface MaterialParts {
  options: unknown
  publication: Publication
  signal: AbortSignal
  source: SourceReader
  pictures: PictureDesk
  /** Credit and copyright of pictures, by their sha256. */
  rights: ReadonlyMap<string, Rights>
  /** Takes note of everything that the renderer looks at. */
  observed: Observed
  /** Called for each shared file that the renderer asks for. */
  onAsset(file: MadeFile, read: () => Promise<Uint8Array>): void
  /** Called for each picture, with its record in the cache. */
  onPicture(record: string): void
  report: Report
}

/** What a story's context is made from. */
export interface ContextParts extends Omit<MaterialParts, 'rights'> {
  article: Article
  planned: readonly PlannedFile[]
  links: readonly Link[]
  landmarks: readonly Link[]
  inputs: ReadonlyMap<string, readonly Artifact[]>
}

/** The context of one renderer for one story: the only door from a renderer to anything outside of it. */
export function renderContext({ article, planned, links, landmarks, inputs, ...parts }: ContextParts): RenderContext {
  const { observed } = parts
  return {
    ...materials({ ...parts, rights: rightsOf(article) }),
    planned,
    get links() {
      observed.links ??= hashOfValue(links)
      return links
    },
    get landmarks() {
      observed.landmarks ??= hashOfValue(landmarks)
      return landmarks
    },
    input: (renderer) => inputs.get(renderer) ?? [],
  }
}

/** What is at hand for whatever is drawn. */
export function materials({ options, publication, signal, observed, report, ...parts }: MaterialParts): Materials {
  const seen = watchPublication(publication, observed)
  return {
    options,
    publication: seen,
    signal,
    report,
    async picture(picture, wish) {
      const { record, ...variant } = await parts.pictures.variant(picture, wish, parts.rights.get(picture.sha256) ?? noRights)
      parts.onPicture(record)
      return variant
    },
    asset(content, name, extension, audience = 'public') {
      const sha256 = content instanceof Uint8Array ? hashOnce(content) : content.sha256
      const asset = assetOf(seen, sha256, name, extension, audience)
      parts.onAsset({ path: asset.path, sha256, size: content instanceof Uint8Array ? content.length : content.size }, readerOf(content))
      return asset
    },
    async source(path) {
      const bytes = await readSource(parts.source, path)
      observed.source[path] ??= hashOf(bytes)
      return bytes
    },
    async template(path) {
      const bytes = await readTemplate(path)
      observed.templates[path] ??= hashOnce(bytes)
      return bytes
    },
    // Packages are of one content as long as the lockfile is what it is, and that is part of every key.
    packageFile: (name, path) => readInstalledFile(packageFolder(name), path),
  }
}

const noRights: Rights = {}

/** A file below `templates/`. */
export function readTemplate(path: string): Promise<Uint8Array> {
  return readInstalledFile(join(home, 'templates'), path)
}

/** The address of a shared file: a name for people, and enough of the hash of its content to keep it apart. */
export function assetOf(publication: Pick<Publication, 'url'>, sha256: string, name: string, extension: string, audience: 'public' | 'private' = 'public'): Asset {
  const folder = audience === 'private' ? 'private/assets' : 'assets'
  const path = `${folder}/${safeName(name)}-${sha256.slice(0, 12)}.${extension}`
  return { path, url: publicUrl(publication, path) }
}

function readerOf(content: Uint8Array | PictureVariant): () => Promise<Uint8Array> {
  return content instanceof Uint8Array ? async () => content : () => content.read()
}

function safeName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'file'
}

async function readSource(source: SourceReader, path: string): Promise<Uint8Array> {
  const file = await source.read(path)
  // Resolved before; it can only have vanished while the run went on.
  if ('problem' in file) throw new Error(`${path} could be read when the run began, and now it is ${file.problem}.`)
  return file.bytes
}

const hashes = new WeakMap<Uint8Array, string>()

/** Of fonts and stylesheets, which every story asks for: nobody writes to an array that a context has given or taken. */
function hashOnce(bytes: Uint8Array): string {
  const hash = hashes.get(bytes) ?? hashOf(bytes)
  hashes.set(bytes, hash)
  return hash
}
