import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { reportInto, type Report } from '../contract/catalogue.ts'
import type { AnySubject, Availability, Check, EditionSubject, Subject } from '../contract/check.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { CheckRecord } from '../contract/file-record.ts'
import type { Progress } from '../contract/outcome.ts'
import type { Artifact, PromisedFile, Renderer } from '../contract/renderer.ts'
import { inHouse, stopsStory } from './in-house.ts'
import { askCheck, type Answer, type Asked } from './judge-artifacts.ts'
import type { KeptVerdicts, Question } from './kept-verdicts.ts'
import { hashOfValue } from './observed.ts'
import type { Drawn, DrawnEdition, DrawnFile, DrawnStory } from './press.ts'
import { unlessStopped } from '../tools/unless-stopped.ts'
import type { EditionParts } from './write-edition.ts'
import type { Format } from './render-story.ts'

/** What an inspection needs of a run. */
export interface Inspection extends EditionParts {
  kept: KeptVerdicts
  progress: Progress
}

/** Files that are given to an authority at once that does not say how many it takes. */
const usualBatch = 200

/**
 * `--check full`: let the outside authorities judge all that was drawn of stories. A story with a file that one of them refuses is not
 * published; an authority that is not on this machine is an error of the run, and on record for every file that it should have judged.
 */
export async function inspect(parts: Inspection): Promise<Drawn> {
  const tasks = tasksOf(parts.work.formats, ({ checks }) => checks)
  const { answers, times } = await askEach(tasks, (format) => parts.drawn.stories.map((story) => matterOfStory(story, format, parts)), parts)
  return { ...parts.drawn, checkTimes: times, stories: parts.drawn.stories.map((story) => withAnswers(story, answers, parts)) }
}

/** The same for what is about the publication as a whole: a format of which one file is refused is left as it was. */
export async function inspectEditions(parts: Inspection): Promise<Drawn> {
  const tasks = tasksOf(parts.work.formats, ({ editionChecks = [] }) => editionChecks)
  const { answers, times } = await askEach(tasks, (format) => parts.drawn.editions.map((one) => matterOfEdition(one, format, parts)), parts)
  const editions = parts.drawn.editions.map((one) => {
    const found = inHouse(answersTo(one.files, answers).flatMap(({ diagnostics }) => diagnostics), [], parts.newsroom)
    const isFailed = one.isFailed || found.some(({ severity, rule }) => severity === 'error' && rule !== 'check-missing')
    return { ...one, isFailed, diagnostics: [...one.diagnostics, ...found], files: isFailed ? [] : one.files.map((file) => withChecks(file, answersTo([file], answers))) }
  })
  const checkTimes = new Map(parts.drawn.checkTimes)
  for (const [name, milliseconds] of times) checkTimes.set(name, (checkTimes.get(name) ?? 0) + milliseconds)
  return { ...parts.drawn, checkTimes, editions }
}

/** One authority, and the formats that it judges. */
interface Task<Judged extends AnySubject> {
  check: Check<unknown, Judged>
  formats: readonly Format[]
}

function tasksOf<Judged extends AnySubject>(formats: readonly Format[], checksOf: (renderer: Renderer) => readonly Check<unknown, Judged>[]): Task<Judged>[] {
  const checks = new Set(formats.flatMap(({ renderer }) => checksOf(renderer)).filter(({ level }) => level === 'full'))
  return [...checks].map((check) => ({ check, formats: formats.filter(({ renderer }) => checksOf(renderer).includes(check)) }))
}

/** A story or an edition before the authorities of one format. */
interface Matter<Judged> {
  files: readonly DrawnFile<PromisedFile>[]
  shelf: string
  format: string
  /** What its files are compared with by those who compare. */
  against: unknown
  /** What diagnostics say besides, and the file that a crash is told of. */
  told: Partial<Diagnostic>
  source: string
  subject(file: DrawnFile<PromisedFile>, artifact: Artifact): Promise<(report: Report) => Judged>
}

/** One file that waits for its judge. */
interface Waiting<Judged> {
  matter: Matter<Judged>
  file: DrawnFile<PromisedFile>
  question: Question
}

function matterOfStory({ files, shelf, facts, story: { slug, file: source }, article }: DrawnStory, { renderer: { name }, options }: Format, { newsroom: { publication } }: Inspection): Matter<Subject> {
  const own = files.filter(({ format, planned }) => format === name && planned.audience !== 'input')
  const plans = new Map(own.map(({ planned }) => [planned.path, planned]))
  return {
    files: own, shelf, source,
    format: name,
    against: { input: facts?.input, options },
    told: { format: name, story: slug },
    async subject({ planned: { path } }, artifact) {
      const [planned, of] = [plans.get(path), await article()]
      if (planned === undefined) throw new Error(`${path} was not planned.`)
      return (report) => ({ format: name, artifact, planned, article: of, publication, options, report })
    },
  }
}

function matterOfEdition({ format, files, shelf, edition }: DrawnEdition, { renderer: { name }, options }: Format, { newsroom: { publication } }: Inspection): Matter<EditionSubject> {
  const own = format === name ? files : []
  const plans = new Map(own.map(({ planned }) => [planned.path, planned]))
  return {
    files: own, shelf,
    source: '',
    format: name,
    against: { edition: hashOfValue(edition), options },
    told: { format: name },
    async subject({ planned: { path } }, artifact) {
      const planned = plans.get(path)
      if (planned === undefined) throw new Error(`${path} was not planned.`)
      return (report) => ({ format: name, artifact, planned, edition, publication, options, report })
    },
  }
}

/** Let every check see its files; what they say by path, and the milliseconds that each took. */
async function askEach<Judged extends AnySubject>(tasks: readonly Task<Judged>[], mattersFor: (format: Format) => Matter<Judged>[], parts: Inspection): Promise<{ answers: ReadonlyMap<string, Answer>[]; times: Map<string, number> }> {
  const times = new Map<string, number>()
  const answers = await askEveryone(tasks, (task) => timed(times, task.check.name, () => askAll(task, task.formats.flatMap(mattersFor), parts)), parts)
  parts.options.signal.throwIfAborted()
  return { answers, times }
}

/** Let every authority judge, `jobs` at a time, and free what each has started, however it ends: a browser left open keeps the run from ending. */
async function askEveryone<Judged extends AnySubject, Said>(tasks: readonly Task<Judged>[], ask: (task: Task<Judged>) => Promise<Said>, { options: { jobs, signal } }: Inspection): Promise<Said[]> {
  const limit = pLimit({ concurrency: jobs, rejectOnClear: true })
  const asking = tasks.map((task) => limit(() => ask(task)))
  try {
    return await unlessStopped(Promise.all(asking), signal)
  } catch (error) {
    limit.clearQueue()
    // Whoever still judges would start a browser again behind the back of close().
    if (!signal.aborted) await Promise.allSettled(asking)
    throw error
  } finally {
    await Promise.all(tasks.map(({ check }) => check.close?.()))
  }
}

/** All that one check says, by path. */
async function askAll<Judged extends AnySubject>({ check }: Pick<Task<Judged>, 'check'>, matters: readonly Matter<Judged>[], parts: Inspection): Promise<Map<string, Answer>> {
  const availability = await check.version()
  const waiting = matters.flatMap((matter) => matter.files.filter(({ planned }) => check.judges?.(planned) ?? true).map((file): Waiting<Judged> => ({ matter, file, question: questionOf(matter, file, check, availability) })))
  if (waiting.length === 0) return new Map()
  if ('missing' in availability) return new Map(waiting.map((one, index) => [one.file.planned.path, missing(check, availability.missing, index === 0)]))
  const answers = new Map<string, Answer>()
  const unknown: Waiting<Judged>[] = []
  for (const one of waiting) {
    if (parts.kept.find(one.matter.shelf, one.question)) answers.set(one.file.planned.path, { record: { name: check.name, ...availability, verdict: 'passed' }, diagnostics: [] })
    else unknown.push(one)
  }
  if (unknown.length > 0) parts.progress.inspect(check.name, unknown.length)
  const { atOnce = usualBatch } = check
  for (let start = 0; start < unknown.length; start += atOnce) {
    parts.options.signal.throwIfAborted()
    for (const [path, answer] of await askBatch(check, unknown.slice(start, start + atOnce), parts)) answers.set(path, answer)
  }
  return answers
}

async function askBatch<Judged extends AnySubject>(check: Check<unknown, Judged>, batch: readonly Waiting<Judged>[], parts: Inspection): Promise<Map<string, Answer>> {
  const { signal } = parts.options
  const { asked, lost } = await askedOfAll(check, batch, parts)
  try {
    const answers = await askCheck(check, asked, { signal, file: (path) => readFrom(path, parts) })
    for (const { matter, file, question } of batch) {
      const answer = answers.get(file.planned.path)
      if (answer?.diagnostics.length === 0) await parts.kept.keep(matter.shelf, question, { checks: [answer.record], diagnostics: [] })
    }
    return new Map([...answers, ...lost])
  } catch (error) {
    signal.throwIfAborted()
    return new Map(batch.map(({ matter, file }) => [file.planned.path, crashed(check, error, matter)]))
  }
}

/** What is to be judged, but for what cannot be shown any more: a story that was saved meanwhile must not keep the others from their judge. */
async function askedOfAll<Judged extends AnySubject>(check: Pick<Check, 'name'>, batch: readonly Waiting<Judged>[], parts: Inspection): Promise<{ asked: Asked<Judged>[]; lost: Map<string, Answer> }> {
  const lost = new Map<string, Answer>()
  const asked = await Promise.all(batch.map((one) => askedOf(one, parts).catch((error: unknown) => void lost.set(one.file.planned.path, crashed(check, error, one.matter)))))
  return { asked: asked.filter((one) => one !== undefined), lost }
}

async function askedOf<Judged>({ matter, file }: Waiting<Judged>, { out }: Inspection): Promise<Asked<Judged>> {
  const { planned, sha256 } = file
  const { path, mediaType } = planned
  return { planned, told: matter.told, subject: await matter.subject(file, { path, mediaType, bytes: await readPlaced(path, sha256, out) }) }
}

/** A file of this run: in the workspace, or in its place already. */
async function readPlaced(path: string, sha256: string, { workspace, folder }: Inspection['out']): Promise<Uint8Array> {
  return (await workspace.read(sha256)) ?? new Uint8Array(await readFile(join(folder, path)))
}

/** Another file of this publish: just drawn, or standing since an earlier one. */
async function readFrom(path: string, { drawn, out }: Inspection): Promise<Uint8Array | undefined> {
  const made = [...drawn.stories, ...drawn.editions].flatMap(({ files }): readonly DrawnFile<PromisedFile>[] => files)
  const fresh = drawn.assets.get(path) ?? made.find(({ planned }) => planned.path === path)
  if (fresh !== undefined) return readPlaced(path, fresh.sha256, out)
  const isOurs = out.previous?.files.some((file) => file.path === path) ?? false
  return isOurs ? new Uint8Array(await readFile(join(out.folder, path))) : undefined
}

function questionOf({ against, format }: Pick<Matter<unknown>, 'against' | 'format'>, { sha256 }: DrawnFile<PromisedFile>, check: Pick<Check, 'name' | 'against'>, availability: Availability): Question {
  const version = 'version' in availability ? availability.version : ''
  return { format, checks: [`${check.name} ${version}`], artifact: sha256, against: check.against === 'story' ? against : {} }
}

function missing({ name }: Pick<Check, 'name'>, sentence: string, isFirst: boolean): Answer {
  const diagnostics: Diagnostic[] = []
  if (isFirst) reportInto(diagnostics)('check-missing', { file: '' }, { check: name, missing: sentence })
  return { record: { name, verdict: 'not-checked' }, diagnostics }
}

function crashed({ name }: Pick<Check, 'name'>, error: unknown, { told, source }: Pick<Matter<unknown>, 'told' | 'source'>): Answer {
  const diagnostics: Diagnostic[] = []
  const detail = error instanceof Error ? error.message : String(error)
  reportInto(diagnostics, told)('check-failed', { file: source }, { check: name, detail })
  return { record: { name, verdict: 'not-checked' }, diagnostics }
}

function answersTo(files: readonly DrawnFile<PromisedFile>[], answers: readonly ReadonlyMap<string, Answer>[]): Answer[] {
  return files.flatMap(({ planned: { path } }) => answers.flatMap((byPath) => byPath.get(path) ?? []))
}

/** A story with what the authorities said of its files; not published any more where that is an error. */
function withAnswers(drawn: DrawnStory, answers: readonly ReadonlyMap<string, Answer>[], { newsroom }: Inspection): DrawnStory {
  const found = inHouse(answersTo(drawn.files, answers).flatMap(({ diagnostics }) => diagnostics), drawn.allowances, newsroom)
  const diagnostics = [...drawn.diagnostics, ...found]
  if (drawn.fate !== 'published' || stopsStory(found)) return { ...drawn, fate: 'failed', files: [], diagnostics }
  return { ...drawn, diagnostics, files: drawn.files.map((file) => withChecks(file, answersTo([file], answers))) }
}

function withChecks<Planned extends PromisedFile>(file: DrawnFile<Planned>, answers: readonly Answer[]): DrawnFile<Planned> {
  const more: CheckRecord[] = answers.map((answer) => answer.record)
  return { ...file, record: { ...file.record, checks: [...file.record.checks, ...more] } }
}

async function timed<T>(times: Map<string, number>, name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    times.set(name, (times.get(name) ?? 0) + performance.now() - start)
  }
}
