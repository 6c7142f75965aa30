import type { Article } from '../ast/article.ts'
import { publicUrl } from '../ast/addresses.ts'
import { canonicalJson } from '../ast/canonical-json.ts'
import type { Publication } from '../ast/publication.ts'
import type { Link } from '../ast/small-types.ts'
import { withoutPlaces } from '../ast/without-places.ts'
import { reportInto, tellsOfLostWords } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { FileRecord } from '../contract/file-record.ts'
import type { Artifact, PlannedFile, Renderer } from '../contract/renderer.ts'
import type { SourceReader } from '../contract/source.ts'
import { notCarried } from './not-carried.ts'
import type { PictureDesk } from './picture-desk.ts'
import type { JudgedFile } from './judge-artifacts.ts'
import { renderContext } from './render-context.ts'
import { validateFiles, type Court } from './validate-files.ts'
import { sha256Of } from './workspace.ts'

/** A renderer of this publication with its complete options. */
export interface Format {
  renderer: Renderer
  options: unknown
}

/** One finished file of a story. */
export interface StoryFile {
  planned: PlannedFile
  format: string
  artifact: Artifact
  /** Shared files that it links to, by path. */
  uses: readonly string[]
  /** What its judges found. */
  record: FileRecord
}

export interface RenderedStory {
  /** sha256 of all that its author wrote. */
  input: string
  files: readonly StoryFile[]
  /** Shared files by path. */
  assets: ReadonlyMap<string, Uint8Array>
  /** Formats that could not be made this time. */
  failed: readonly string[]
  diagnostics: readonly Diagnostic[]
}

/** What stories are rendered with; the same for all stories of a run. */
export interface PressRoom {
  publication: Publication
  source: SourceReader
  pictures: PictureDesk
  court: Court
  signal: AbortSignal
  /** Every format there is; those that the publication does not offer may still be inputs of others. */
  formats: readonly Format[]
  /** Names of the formats that the publication offers: all of them plan, so that pages can link to what this run does not render. */
  offered: ReadonlySet<string>
  /** What this run renders: names of formats. */
  wanted: ReadonlySet<string>
  /** Milliseconds spent, by format and step. */
  onTime(format: string, step: 'render' | 'validate', milliseconds: number): void
}

/** Draw one story in every wanted format and let each format's authority judge the result. Never throws but for an abort. */
export async function renderStory(article: Article, room: PressRoom): Promise<RenderedStory> {
  const job = new StoryJob(article, room)
  await Promise.all(room.formats.filter(({ renderer }) => room.wanted.has(renderer.name)).map((format) => job.run(format)))
  room.signal.throwIfAborted()
  return job.result()
}

/** The formats of one story under way: each is run once, after those whose artifacts it reads. */
class StoryJob {
  readonly #article: Article
  readonly #room: PressRoom
  readonly #plans: ReadonlyMap<string, readonly PlannedFile[]>
  readonly #input: string
  readonly #links: readonly Link[]
  readonly #running = new Map<string, Promise<readonly Artifact[]>>()
  readonly #files: StoryFile[] = []
  readonly #assets = new Map<string, Uint8Array>()
  readonly #failed: string[] = []
  readonly #diagnostics: Diagnostic[] = []

  constructor(article: Article, room: PressRoom) {
    this.#article = article
    this.#room = room
    this.#input = sha256Of(canonicalJson(withoutPlaces(article)))
    this.#plans = new Map(room.formats.map(({ renderer, options }) => [renderer.name, renderer.plan(article, options)]))
    this.#links = [...this.#plans]
      .filter(([name]) => room.offered.has(name))
      .flatMap(([, files]) => files)
      .filter(({ audience }) => audience === 'public')
      .map((file) => linkTo(file, room.publication))
  }

  run(format: Format): Promise<readonly Artifact[]> {
    const { name } = format.renderer
    const running = this.#running.get(name) ?? this.#render(format)
    this.#running.set(name, running)
    return running
  }

  result(): RenderedStory {
    return { input: this.#input, files: this.#files, assets: this.#assets, failed: this.#failed, diagnostics: this.#diagnostics }
  }

  async #render({ renderer, options }: Format): Promise<readonly Artifact[]> {
    const { name } = renderer
    const story = this.#article.slug
    const report = reportInto(this.#diagnostics, { format: name, story })
    const uses = new Set<string>()
    const { publication, signal, source, pictures } = this.#room
    try {
      const inputs = await this.#inputs(renderer)
      const context = renderContext({
        article: this.#article, options, publication, signal, links: this.#links, inputs, source, pictures, report,
        onAsset: (path, bytes) => {
          uses.add(path)
          this.#assets.set(path, bytes)
        },
      })
      const artifacts = await this.#timed(name, () => renderer.render(this.#article, context))
      const files = this.#matchPlan(name, artifacts, [...uses].sort())
      const toldOfLostWords = this.#diagnostics.some((said) => said.format === name && tellsOfLostWords(said))
      const job = { format: name, files, article: this.#article, publication, options, toldOfLostWords }
      const { files: judged, milliseconds } = await validateFiles(renderer, job, this.#input, this.#room.court)
      this.#room.onTime(name, 'validate', milliseconds)
      this.#diagnostics.push(...judged.flatMap(({ diagnostics }) => diagnostics))
      this.#files.push(...files.map((file) => ({ ...file, record: recordOf(file, judged) })))
      if (this.#room.wanted.has(name)) this.#diagnostics.push(...notCarried(this.#article, renderer))
      return artifacts
    } catch (error) {
      signal.throwIfAborted()
      this.#fail(name, error)
      return []
    }
  }

  async #inputs(renderer: Renderer): Promise<ReadonlyMap<string, readonly Artifact[]>> {
    const inputs = new Map<string, readonly Artifact[]>()
    for (const format of this.#room.formats) {
      if (renderer.inputs.includes(format.renderer.name)) inputs.set(format.renderer.name, await this.run(format))
    }
    return inputs
  }

  async #timed<T>(format: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await work()
    } finally {
      this.#room.onTime(format, 'render', performance.now() - start)
    }
  }

  #matchPlan(format: string, artifacts: readonly Artifact[], uses: readonly string[]): Omit<StoryFile, 'record'>[] {
    const plan = this.#plans.get(format) ?? []
    const byPath = new Map(artifacts.map((artifact) => [artifact.path, artifact]))
    if (byPath.size !== plan.length) throw new Error(`${plan.length} files were planned and ${artifacts.length} made`)
    return plan.map((planned) => {
      const artifact = byPath.get(planned.path)
      if (artifact === undefined) throw new Error(`${planned.path} was planned and not made`)
      return { planned, format, artifact, uses: planned.audience === 'input' ? [] : uses }
    })
  }

  #fail(format: string, error: unknown): void {
    this.#failed.push(format)
    // A renderer that has said itself what is missing (no browser) is not called broken on top of it.
    if (this.#diagnostics.some((said) => said.format === format && said.scope === 'format' && said.severity === 'error')) return
    const detail = error instanceof Error ? error.message : String(error)
    const report = reportInto(this.#diagnostics, { format, story: this.#article.slug })
    report('renderer-failed', { file: this.#article.source }, { format, detail })
  }
}

function recordOf({ planned: { path } }: Pick<StoryFile, 'planned'>, judged: readonly JudgedFile[]): FileRecord {
  const { checks, coverage } = judged.find((file) => file.path === path) ?? { checks: [] }
  return { path, checks, ...(coverage ? { coverage } : {}) }
}

function linkTo({ rel, path, mediaType, width, height }: PlannedFile, publication: Publication): Link {
  return {
    rel, path, mediaType,
    url: publicUrl(publication, path),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}
