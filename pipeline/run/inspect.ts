import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { reportInto } from '../contract/catalogue.ts'
import type { Availability, Check, Subject } from '../contract/check.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { CheckRecord } from '../contract/file-record.ts'
import type { Progress } from '../contract/outcome.ts'
import { inHouse, stopsStory, type Drawn, type DrawnFile, type DrawnStory } from './press.ts'
import { askCheck, type Answer } from './judge-artifacts.ts'
import type { KeptVerdicts, Question } from './kept-verdicts.ts'
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
 * `--check full`: let the outside authorities judge all that was drawn. A story with a file that one of them refuses is not published;
 * an authority that is not on this machine is an error of the run, and on record for every file that it should have judged.
 */
export async function inspect(parts: Inspection): Promise<Drawn> {
  const tasks = tasksOf(parts.work.formats)
  const times = new Map<string, number>()
  const answers = await askEveryone(tasks, times, parts)
  parts.options.signal.throwIfAborted()
  return { ...parts.drawn, checkTimes: times, stories: parts.drawn.stories.map((story) => withAnswers(story, answers, parts)) }
}

/** One authority, and the formats that it judges. */
interface Task {
  check: Check
  formats: readonly Format[]
}

function tasksOf(formats: readonly Format[]): Task[] {
  const checks = new Set(formats.flatMap(({ renderer }) => renderer.checks).filter(({ level }) => level === 'full'))
  return [...checks].map((check) => ({ check, formats: formats.filter(({ renderer }) => renderer.checks.includes(check)) }))
}

/** One file that waits for its judge. */
interface Waiting {
  story: DrawnStory
  format: Format
  file: DrawnFile
  question: Question
}

/** Let every authority judge, `jobs` at a time, and free what each has started, however it ends: a browser left open keeps the run from ending. */
async function askEveryone(tasks: readonly Task[], times: Map<string, number>, parts: Inspection): Promise<Map<string, Answer>[]> {
  const { jobs, signal } = parts.options
  const limit = pLimit({ concurrency: jobs, rejectOnClear: true })
  const asking = tasks.map((task) => limit(() => timed(times, task.check.name, () => askAll(task, parts))))
  try {
    return await Promise.all(asking)
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
async function askAll({ formats, check }: Task, parts: Inspection): Promise<Map<string, Answer>> {
  const availability = await check.version()
  const waiting = parts.drawn.stories.flatMap((story) =>
    formats.flatMap((format) => filesFor(story, format, check).map((file): Waiting => ({ story, format, file, question: questionOf(story, file, format, check, availability) }))),
  )
  if (waiting.length === 0) return new Map()
  if ('missing' in availability) return new Map(waiting.map((one, index) => [one.file.planned.path, missing(check, availability.missing, index === 0)]))
  const answers = new Map<string, Answer>()
  const unknown: Waiting[] = []
  for (const one of waiting) {
    if (parts.kept.find(one.story.shelf, one.question)) answers.set(one.file.planned.path, { record: { name: check.name, ...availability, verdict: 'passed' }, diagnostics: [] })
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

async function askBatch(check: Check, batch: readonly Waiting[], parts: Inspection): Promise<Map<string, Answer>> {
  const { signal } = parts.options
  const subjects = await Promise.all(batch.map((one) => subjectOf(one, parts)))
  try {
    const answers = await askCheck(check, subjects, { signal, file: (path) => readFrom(path, parts) })
    for (const { story, file, question } of batch) {
      const answer = answers.get(file.planned.path)
      if (answer?.diagnostics.length === 0) await parts.kept.keep(story.shelf, question, { checks: [answer.record], diagnostics: [] })
    }
    return answers
  } catch (error) {
    signal.throwIfAborted()
    return new Map(batch.map(({ story, format, file }) => [file.planned.path, crashed(check, error, story, format)]))
  }
}

async function subjectOf({ story, format: { renderer, options }, file: { planned, sha256 } }: Waiting, { newsroom: { publication }, out }: Inspection): Promise<Omit<Subject, 'report'>> {
  const { path, mediaType } = planned
  return { format: renderer.name, planned, artifact: { path, mediaType, bytes: await readPlaced(path, sha256, out) }, article: await story.article(), publication, options }
}

/** A file of this run: in the workspace, or in its place already. */
async function readPlaced(path: string, sha256: string, { workspace, folder }: Inspection['out']): Promise<Uint8Array> {
  return (await workspace.read(sha256)) ?? new Uint8Array(await readFile(join(folder, path)))
}

/** Another file of this publish: just drawn, or standing since an earlier one. */
async function readFrom(path: string, { drawn, out }: Inspection): Promise<Uint8Array | undefined> {
  const fresh = drawn.assets.get(path) ?? drawn.stories.flatMap(({ files }) => files).find(({ planned }) => planned.path === path)
  if (fresh !== undefined) return readPlaced(path, fresh.sha256, out)
  const isOurs = out.previous?.files.some((file) => file.path === path) ?? false
  return isOurs ? new Uint8Array(await readFile(join(out.folder, path))) : undefined
}

function filesFor({ files }: DrawnStory, { renderer: { name } }: Format, check: Check): DrawnFile[] {
  return files.filter(({ format, planned }) => format === name && planned.audience !== 'input' && (check.judges?.(planned) ?? true))
}

function questionOf({ facts }: DrawnStory, { sha256 }: DrawnFile, { renderer: { name }, options }: Format, check: Check, availability: Availability): Question {
  const version = 'version' in availability ? availability.version : ''
  return { format: name, checks: [`${check.name} ${version}`], artifact: sha256, against: check.against === 'story' ? { input: facts?.input, options } : {} }
}

function missing({ name }: Check, sentence: string, isFirst: boolean): Answer {
  const diagnostics: Diagnostic[] = []
  if (isFirst) reportInto(diagnostics)('check-missing', { file: '' }, { check: name, missing: sentence })
  return { record: { name, verdict: 'not-checked' }, diagnostics }
}

function crashed({ name }: Check, error: unknown, { story }: DrawnStory, { renderer }: Format): Answer {
  const diagnostics: Diagnostic[] = []
  const detail = error instanceof Error ? error.message : String(error)
  reportInto(diagnostics, { format: renderer.name, story: story.slug })('check-failed', { file: story.file }, { check: name, detail })
  return { record: { name, verdict: 'not-checked' }, diagnostics }
}

/** A story with what the authorities said of its files; not published any more where that is an error. */
function withAnswers(drawn: DrawnStory, answers: readonly ReadonlyMap<string, Answer>[], { newsroom }: Inspection): DrawnStory {
  const of = ({ planned: { path } }: DrawnFile): Answer[] => answers.flatMap((byPath) => byPath.get(path) ?? [])
  const found = inHouse(drawn.files.flatMap(of).flatMap(({ diagnostics }) => diagnostics), drawn.allowances, newsroom)
  const diagnostics = [...drawn.diagnostics, ...found]
  if (drawn.fate !== 'published' || stopsStory(found)) return { ...drawn, fate: 'failed', files: [], diagnostics }
  return { ...drawn, diagnostics, files: drawn.files.map((file) => ({ ...file, record: withChecks(file, of(file)) })) }
}

function withChecks({ record }: DrawnFile, answers: readonly Answer[]): DrawnFile['record'] {
  const more: CheckRecord[] = answers.map((answer) => answer.record)
  return { ...record, checks: [...record.checks, ...more] }
}

async function timed<T>(times: Map<string, number>, name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    times.set(name, (times.get(name) ?? 0) + performance.now() - start)
  }
}
