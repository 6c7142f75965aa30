import { publicUrl } from '../ast/addresses.ts'
import { limitsOf } from '../ast/limits.ts'
import type { Publication } from '../ast/publication.ts'
import type { Link } from '../ast/small-types.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { FileRecord } from '../contract/file-record.ts'
import type { Artifact, PlannedFile, PromisedFile, Renderer } from '../contract/renderer.ts'
import type { SourceReader } from '../contract/source.ts'
import { hang, place } from './anchors.ts'
import type { JudgedFile } from './judge-artifacts.ts'
import { openKeptFormats, type KeptFormat, type Recipe } from './kept-formats.ts'
import { fetchKept, keepDrawn, matchPlan, readable, readAll, usesOf, type UnjudgedFile } from './made-files.ts'
import { notCarried } from './not-carried.ts'
import { hashOfKey, hashOfOptions, hashOfValue, nothingObserved, type Observed, type Sight } from './observed.ts'
import type { PictureDesk } from './picture-desk.ts'
import type { MadeFile, Placing } from './place-files.ts'
import { renderContext } from './render-context.ts'
import type { SourceIndex } from './source-index.ts'
import type { Storeroom } from './storeroom.ts'
import { shelfOf, type StoryInHand } from './take-in-hand.ts'
import { SourceChanged, unchangedSource } from './unchanged-source.ts'
import { withinLimits } from './within-limits.ts'
import { validateFiles, type Court } from './validate-files.ts'

/** A renderer of this publication with its complete options. */
export interface Format {
  renderer: Renderer
  options: unknown
}

/** A file that was made, or recalled. */
export interface ReadableFile extends MadeFile {
  read(): Promise<Uint8Array>
}

/** One finished file, of a story or of the edition. */
export interface StoryFile<Planned extends PromisedFile = PlannedFile> extends ReadableFile {
  planned: Planned
  format: string
  mediaType: string
  /** Shared files that it links to, by path. */
  uses: readonly string[]
  /** What its judges found. */
  record: FileRecord
}

/** One story after all of its formats. */
export interface RenderedStory {
  files: readonly StoryFile[]
  /** Shared files. */
  assets: readonly ReadableFile[]
  /** Formats that could not be made this time. */
  failed: readonly string[]
  diagnostics: readonly Diagnostic[]
  /** Formats that were drawn, and why; what is not among them was recalled. */
  drawn: ReadonlyMap<string, string>
}

/** What stories are rendered with; the same for all stories of a run. */
export interface PressRoom {
  publication: Publication
  source: SourceReader
  files: Pick<SourceIndex, 'hash'>
  pictures: PictureDesk
  placing: Placing
  storeroom?: Storeroom
  /** sha256 of a file below `templates/`. */
  template(path: string): Promise<string>
  court: Court
  signal: AbortSignal
  /** Every format there is; those that the publication does not offer may still be inputs of others. */
  formats: readonly Format[]
  /** Names of the formats that the publication offers: all of them plan, so that pages can link to what this run does not render. */
  offered: ReadonlySet<string>
  /** What this run renders: names of formats. */
  wanted: ReadonlySet<string>
  /** Name of the format that reads, for the edition, what itself has made of this story. */
  forEdition?: string
  /** Milliseconds spent, by format and step. */
  onTime(format: string, step: 'render' | 'validate', milliseconds: number): void
  /** Whether anybody asks why the formats of this story were drawn. */
  isExplained?(slug: string): boolean
}

/** What of the machine may change bytes. */
const platform = `${process.versions.node.split('.', 1)[0]} ${process.versions.icu} ${process.platform} ${process.arch}`

/** Draw or recall one story in every wanted format, and let each format's authority judge the result. Never throws but for an abort and a broken disk. */
export async function renderStory(hand: StoryInHand, room: PressRoom): Promise<RenderedStory> {
  const job = new StoryJob(hand, room)
  await Promise.all(room.formats.filter(({ renderer: { name } }) => job.isAskedFor(name)).map((format) => job.run(format)))
  room.signal.throwIfAborted()
  return job.result()
}

const nothingDrawn: RenderedStory['drawn'] = new Map()

/** What one format has come to. */
interface Made {
  files: readonly UnjudgedFile<PlannedFile>[]
}

/** The formats of one story under way: each is made once, after those whose artifacts it reads. */
class StoryJob {
  readonly #hand: StoryInHand
  readonly #room: PressRoom
  readonly #shelf: string
  readonly #links: readonly Link[]
  readonly #landmarks: readonly Link[]
  #around: Required<Pick<Sight, 'links' | 'landmarks'>> | undefined
  readonly #running = new Map<string, Promise<Made>>()
  readonly #files: StoryFile[] = []
  readonly #assets = new Map<string, ReadableFile>()
  readonly #failed: string[] = []
  readonly #diagnostics: Diagnostic[] = []
  readonly #drawn = new Map<string, string>()

  constructor(hand: StoryInHand, room: PressRoom) {
    this.#hand = hand
    this.#room = room
    this.#shelf = shelfOf(hand.source, room.publication.url)
    this.#links = room.formats
      .filter(({ renderer }) => room.offered.has(renderer.name))
      .flatMap(({ renderer }) => hand.plans[renderer.name] ?? [])
      .filter(({ audience }) => audience === 'public')
      .map((file) => linkTo(file, room.publication))
    this.#landmarks = [...room.offered].flatMap((name) => hand.landmarks[name] ?? []).map((file) => linkTo(file, room.publication))
  }

  /** Whether this run wants any file of a format; one that is about the publication as a whole makes none of a single story. */
  isAskedFor(name: string): boolean {
    const { wanted, forEdition } = this.#room
    return forEdition === undefined ? wanted.has(name) && this.#wantedOf(name).some(({ audience }) => audience !== 'input') : forEdition === name
  }

  run(format: Format): Promise<Made> {
    const { name } = format.renderer
    const running = this.#running.get(name) ?? this.#make(format)
    this.#running.set(name, running)
    return running
  }

  result(): RenderedStory {
    return { files: this.#files, assets: [...this.#assets.values()], failed: this.#failed, diagnostics: this.#diagnostics, drawn: this.#drawn.size === 0 ? nothingDrawn : this.#drawn }
  }

  async #make(format: Format): Promise<Made> {
    const { name } = format.renderer
    const found: Diagnostic[] = []
    try {
      const inputs = await this.#inputs(format)
      const recalled = await this.#recall(format, inputs, found)
      if (recalled && (await this.#couldJudge(format, recalled, found))) return recalled
      const made = await this.#draw(format, inputs, found)
      await this.#judge(format, made, found)
      return made
    } catch (error) {
      this.#room.signal.throwIfAborted()
      this.#fail(name, error, found)
      return { files: [] }
    } finally {
      this.#diagnostics.push(...found)
    }
  }

  /** What the formats that this one reads have made, by their names. */
  async #inputs({ renderer }: Format): Promise<ReadonlyMap<string, Made>> {
    const inputs = new Map<string, Made>()
    for (const format of this.#room.formats) {
      if (renderer.inputs.includes(format.renderer.name)) inputs.set(format.renderer.name, await this.run(format))
    }
    return inputs
  }

  #recipe(format: Format, storeroom: Storeroom): Promise<Recipe> {
    const { name } = format.renderer
    return recipeOf(format, { input: this.#hand.parts[name] ?? this.#hand.input, plan: this.#wantedOf(name) }, storeroom)
  }

  #sight(inputs: ReadonlyMap<string, Made>): Sight {
    const { publication, template, files } = this.#room
    this.#around ??= { links: hashOfValue(this.#links), landmarks: hashOfValue(this.#landmarks) }
    return {
      publication, template,
      source: (path) => files.hash(path),
      story: () => '',
      ...this.#around,
      input: async (format) => hashOfInput(inputs.get(format)),
    }
  }

  /** What was made before of all that is still the same, if its bytes can still be had. */
  async #recall(format: Format, inputs: ReadonlyMap<string, Made>, found: Diagnostic[]): Promise<Made | undefined> {
    const { storeroom } = this.#room
    if (storeroom === undefined) return undefined
    const { name } = format.renderer
    const [shelf, recipe] = [openKeptFormats(storeroom, this.#shelf), await this.#recipe(format, storeroom)]
    const kept = await shelf.find(recipe, this.#sight(inputs))
    const made = kept && (await this.#fetch(name, kept))
    if (kept && made) {
      found.push(...place(kept.diagnostics, this.#hand.anchors))
      return made
    }
    const isAsked = this.#room.isExplained?.(this.#hand.slug) === true
    this.#drawn.set(name, isAsked ? await shelf.explain(recipe, this.#sight(inputs)) : '')
    return undefined
  }

  async #fetch(format: string, kept: KeptFormat): Promise<Made | undefined> {
    const { placing } = this.#room
    const inputs = new Set(this.#wantedOf(format).filter(({ audience }) => audience === 'input').map(({ path }) => path))
    const fetch = (file: MadeFile) => (inputs.has(file.path) ? placing.later(file) : placing.fetch(file))
    const fetched = await fetchKept(kept, fetch)
    for (const file of fetched?.assets ?? []) this.#assets.set(file.path, file)
    return fetched && { files: matchPlan(format, this.#wantedOf(format), fetched.files, usesOf(fetched.assets)) }
  }

  async #draw({ renderer, options }: Format, inputs: ReadonlyMap<string, Made>, found: Diagnostic[]): Promise<Made> {
    const { name } = renderer
    const { storeroom, publication, signal, source, pictures } = this.#room
    const whole = await this.#hand.article()
    const article = renderer.part?.(whole) ?? whole
    if (storeroom === undefined) this.#drawn.set(name, 'nothing is kept')
    const observed = nothingObserved()
    const [assets, seen] = [new Map<string, ReadableFile>(), new Set<string>()]
    const said: Diagnostic[] = []
    const context = renderContext({
      article, options, publication, signal, pictures, observed,
      source: unchangedSource(source, this.#hand.sources),
      planned: this.#wantedOf(name),
      links: this.#links,
      landmarks: this.#landmarks,
      inputs: await this.#readInputs(inputs, observed),
      onAsset: (file, read) => void assets.set(file.path, { ...file, read }),
      onPicture: (record) => void seen.add(record),
      report: reportInto(said, { format: name, story: article.slug }),
    })
    try {
      const drawing = { format: name, file: article.source, report: reportInto(said, { format: name, story: article.slug }) }
      const drawn = await this.#timed(name, () => withinLimits(async () => [...(await renderer.render(article, context))], limitsOf(publication), drawing))
      for (const file of assets.values()) this.#assets.set(file.path, file)
      const made = { files: matchPlan(name, this.#wantedOf(name), drawn.map(readable), usesOf([...assets.values()])) }
      said.push(...notCarried(article, renderer))
      await this.#keep({ renderer, options }, { made, assets: [...assets.values()], observed, said }, [...seen].sort())
      return made
    } finally {
      found.push(...said)
    }
  }

  /** What was made for this format to read; what is not kept any more is drawn again. */
  async #readInputs(inputs: ReadonlyMap<string, Made>, observed: Observed): Promise<ReadonlyMap<string, readonly Artifact[]>> {
    const read = new Map<string, readonly Artifact[]>()
    for (const [name, made] of inputs) {
      const format = this.#room.formats.find(({ renderer }) => renderer.name === name)
      const artifacts = await readAll(made.files).catch(async (error: unknown) => {
        if (format === undefined) throw error
        return readAll((await this.#draw(format, await this.#inputs(format), [])).files)
      })
      observed.inputs[name] = hashOfInput(made)
      read.set(name, artifacts)
    }
    return read
  }

  /** Keep what was drawn. What was said of a place where no part of the story begins could not be said again, so then nothing is kept. */
  async #keep(format: Format, { made, assets, observed, said }: { made: Made; assets: readonly ReadableFile[]; observed: Observed; said: readonly Diagnostic[] }, pictures: readonly string[]): Promise<void> {
    const { storeroom, placing } = this.#room
    const diagnostics = hang(said, this.#hand.source, this.#hand.anchors)
    if (storeroom === undefined || diagnostics === undefined) return
    await keepDrawn({ recipe: await this.#recipe(format, storeroom), observed, diagnostics }, { files: made.files, assets }, pictures, openKeptFormats(storeroom, this.#shelf), placing)
  }

  /** Judge what was recalled. False where a judge needs bytes that turn out to be damaged: then it is drawn as if it had not been kept. */
  async #couldJudge(format: Format, recalled: Made, found: Diagnostic[]): Promise<boolean> {
    try {
      await this.#judge(format, recalled, found)
      return true
    } catch {
      this.#room.signal.throwIfAborted()
      found.length = 0
      this.#drawn.set(format.renderer.name, 'one of its files is not kept any more')
      return false
    }
  }

  async #judge({ renderer, options }: Format, { files }: Made, found: Diagnostic[]): Promise<void> {
    const { name } = renderer
    const { publication, court } = this.#room
    const { source, input, parts, anchors, article } = this.#hand
    const lostWords = found.flatMap((said) => said.lostWords ?? [])
    const { files: judged, milliseconds } = await validateFiles(renderer, {
      format: name, files,
      checks: renderer.checks,
      against: ({ path }) => ({ input: parts[name] ?? input, publication: hashOfKey(publication, '*'), options: hashOfOptions(options), path }),
      place: { source, anchors, shelf: this.#shelf },
      job: async (open) => ({ format: name, options, publication, lostWords, files: open, article: renderer.part?.(await article()) ?? (await article()) }),
    }, court)
    this.#room.onTime(name, 'validate', milliseconds)
    found.push(...judged.flatMap(({ diagnostics }) => diagnostics))
    this.#files.push(...files.map((file) => ({ ...file, record: recordOf(file, judged) })))
  }

  /** What is wanted of a format: its own files where it is wanted itself, and what a wanted format reads. */
  #wantedOf(name: string): readonly PlannedFile[] {
    const { formats, wanted, forEdition } = this.#room
    const isRead = forEdition === name || formats.some(({ renderer }) => renderer.inputs.includes(name) && wanted.has(renderer.name))
    return (this.#hand.plans[name] ?? []).filter(({ audience }) => (audience === 'input' ? isRead : forEdition === undefined && wanted.has(name)))
  }

  async #timed<T>(format: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await work()
    } finally {
      this.#room.onTime(format, 'render', performance.now() - start)
    }
  }

  #fail(format: string, error: unknown, found: Diagnostic[]): void {
    this.#failed.push(format)
    if (error instanceof SourceChanged) {
      reportInto(found, { story: this.#hand.slug })('changed-meanwhile', { file: this.#hand.source }, { path: error.path })
      return
    }
    // A renderer that has said itself what is missing (no browser) is not called broken on top of it.
    if (found.some((said) => said.scope === 'format' && said.severity === 'error')) return
    const detail = error instanceof Error ? error.message : String(error)
    reportInto(found, { format, story: this.#hand.slug })('renderer-failed', { file: this.#hand.source }, { format, detail })
  }
}

/** What a format is made from: `input` is the hash of what it shows, `plan` the files that are wanted. */
export async function recipeOf({ renderer, options }: Format, { input, plan }: { input: string; plan: readonly PromisedFile[] }, { code }: Storeroom): Promise<Recipe> {
  const { name } = renderer
  return { format: name, options: hashOfOptions(options), input, files: plan.map(({ path }) => path), code: code.formats[name] ?? code.whole, tool: (await renderer.cacheKey?.(options)) ?? '', platform }
}

function hashOfInput(made: Made | undefined): string {
  return hashOfValue(made?.files.map(({ path, sha256 }) => [path, sha256]))
}

/** What goes on record of a file. */
export function recordOf({ planned: { path } }: { planned: PromisedFile }, judged: readonly JudgedFile[]): FileRecord {
  const { checks, coverage } = judged.find((file) => file.path === path) ?? { checks: [] }
  return { path, checks, ...(coverage ? { coverage } : {}) }
}

/** Where a promised file will be to be had. */
export function linkTo({ rel, path, mediaType, width, height }: PromisedFile, publication: Pick<Publication, 'url'>): Link {
  return {
    rel, path, mediaType,
    url: publicUrl(publication, path),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}
