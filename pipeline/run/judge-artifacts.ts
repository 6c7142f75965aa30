import type { Article } from '../ast/article.ts'
import type { Publication } from '../ast/publication.ts'
import { reportInto, type Report } from '../contract/catalogue.ts'
import type { AnySubject, Check, CheckContext } from '../contract/check.ts'
import type { Diagnostic, LostWords } from '../contract/diagnostic.ts'
import type { CheckRecord, FileRecord, Verdict } from '../contract/file-record.ts'
import type { Artifact, PlannedFile, PromisedFile, Renderer } from '../contract/renderer.ts'
import { judgeCoverage } from './judge-coverage.ts'

/** What one format has made of one story, before its judges. Plain data, because it crosses to another thread. */
export interface JudgeJob {
  format: string
  files: readonly { planned: PlannedFile; artifact: Artifact }[]
  article: Article
  publication: Publication
  options: unknown
  /** What the renderer has told while it drew of words that it could not hold. */
  lostWords: readonly LostWords[]
}

/** What was found out about one file, and what is to be said of it. */
export interface JudgedFile extends FileRecord {
  diagnostics: readonly Diagnostic[]
}

/** Let every authority of a format that judges in each publish judge what was made of a story, in the order of its files. Throws where one crashes. */
export async function judgeArtifacts(renderer: Renderer, { files, article, publication, options, lostWords }: JudgeJob, signal: AbortSignal): Promise<JudgedFile[]> {
  const subjects = files.map((file) => ({ ...file, format: renderer.name, article, publication, options }))
  const checks = renderer.checks.filter(({ level }) => level === 'always')
  const answers: Map<string, Answer>[] = []
  const asked = subjects.map((one) => ({ planned: one.planned, told: { format: renderer.name, story: article.slug }, subject: (report: Report) => ({ ...one, report }) }))
  for (const check of checks) answers.push(await askCheck(check, asked, { signal, file: async () => undefined }))
  return Promise.all(
    subjects.map(async (subject) => {
      const found = answers.flatMap((answer) => answer.get(subject.planned.path) ?? [])
      const told = found.flatMap(({ diagnostics }) => diagnostics)
      const file = { path: subject.planned.path, checks: found.map(({ record }) => record), diagnostics: told }
      // What its authority refuses may not even be readable.
      if (told.some(({ severity }) => severity === 'error')) return file
      const { coverage, diagnostics } = await judgeCoverage(renderer, subject, lostWords)
      return { ...file, coverage, diagnostics: [...told, ...diagnostics] }
    }),
  )
}

/** What a check says of one file. */
export interface Answer {
  record: CheckRecord
  diagnostics: readonly Diagnostic[]
}

/** A file that waits for its judge. */
export interface Asked<Judged> {
  planned: PromisedFile
  /** What every diagnostic of it says besides. */
  told: Partial<Diagnostic>
  subject(report: Report): Judged
}

/** Ask one check about files; its answers by path. A file that it does not judge has none; a check that is not at hand is on record as that. */
export async function askCheck<Judged extends AnySubject>(check: Check<unknown, Judged>, asked: readonly Asked<Judged>[], context: CheckContext): Promise<Map<string, Answer>> {
  const { name } = check
  const judged = asked.filter(({ planned }) => check.judges?.(planned) ?? true)
  const availability = await check.version()
  if ('missing' in availability) return new Map(judged.map(({ planned: { path } }) => [path, { record: { name, verdict: 'not-checked' }, diagnostics: [] }]))
  const open = judged.map(({ planned: { path }, told, subject }) => {
    const diagnostics: Diagnostic[] = []
    return { path, diagnostics, subject: subject(reportInto(diagnostics, told)) }
  })
  if (open.length > 0) await judgeOrSay(check, open.map(({ subject }) => subject), context)
  const { version } = availability
  return new Map(open.map(({ path, diagnostics }) => [path, { record: { name, version, verdict: verdictOf(diagnostics) }, diagnostics }]))
}

async function judgeOrSay<Judged extends AnySubject>(check: Check<unknown, Judged>, subjects: readonly Judged[], context: CheckContext): Promise<void> {
  try {
    await check.judge(subjects, context)
  } catch (error) {
    context.signal.throwIfAborted()
    throw new Error(`${check.name} could not judge it: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function verdictOf(found: readonly Diagnostic[]): Verdict {
  if (found.some(({ severity }) => severity === 'error')) return 'failed'
  return found.some(({ severity }) => severity === 'warning') ? 'warnings' : 'passed'
}
