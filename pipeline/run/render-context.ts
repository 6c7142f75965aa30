import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Article } from '../ast/article.ts'
import { publicUrl } from '../ast/addresses.ts'
import type { Publication } from '../ast/publication.ts'
import type { Link } from '../ast/small-types.ts'
import type { Report } from '../contract/catalogue.ts'
import type { Artifact, Asset, RenderContext } from '../contract/renderer.ts'
import type { SourceReader } from '../contract/source.ts'
import { home, packageFolder } from '../tools/installation.ts'
import type { PictureDesk, Rights } from './picture-desk.ts'
import { rightsOf } from './picture-rights.ts'
import { sha256Of } from './workspace.ts'

/** What a context is made from. */
export interface ContextParts {
  article: Article
  options: unknown
  publication: Publication
  signal: AbortSignal
  links: readonly Link[]
  inputs: ReadonlyMap<string, readonly Artifact[]>
  source: SourceReader
  pictures: PictureDesk
  /** Called for each shared file that the renderer asks for. */
  onAsset(path: string, bytes: Uint8Array): void
  report: Report
}

/** The context of one renderer for one story: the only door from a renderer to anything outside of it. */
export function renderContext(parts: ContextParts): RenderContext {
  const { options, publication, signal, links, report } = parts
  const rights = rightsOf(parts.article)
  return {
    options,
    publication,
    signal,
    links,
    report,
    picture: (picture, wish) => parts.pictures.variant(picture, wish, rights.get(picture.sha256) ?? noRights),
    asset: (bytes, name, extension, audience = 'public') => {
      const asset = assetOf(publication, bytes, name, extension, audience)
      parts.onAsset(asset.path, bytes)
      return asset
    },
    source: (path) => readSource(parts.source, path),
    template: (path) => readBelow(join(home, 'templates'), path),
    packageFile: (name, path) => readBelow(packageFolder(name), path),
    input: (renderer) => parts.inputs.get(renderer) ?? [],
  }
}

const noRights: Rights = {}

/** The address of a shared file: a name for people, and enough of the hash of its content to keep it apart. */
export function assetOf(publication: Publication, bytes: Uint8Array, name: string, extension: string, audience: 'public' | 'private' = 'public'): Asset {
  const folder = audience === 'private' ? 'private/assets' : 'assets'
  const path = `${folder}/${safeName(name)}-${sha256Of(bytes).slice(0, 12)}.${extension}`
  return { path, url: publicUrl(publication, path) }
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

async function readBelow(folder: string, path: string): Promise<Uint8Array> {
  const whole = join(folder, path)
  if (relative(folder, whole).startsWith('..')) throw new Error(`${path} leads out of the folder that it belongs to.`)
  return new Uint8Array(await readFile(whole))
}
