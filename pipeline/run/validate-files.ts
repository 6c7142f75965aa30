import type { Check } from '../contract/check.ts'
import type { Artifact, PromisedFile, Renderer } from '../contract/renderer.ts'
import { hang, place, type Anchor } from './anchors.ts'
import type { JudgedFile } from './judge-artifacts.ts'
import type { Job, Judgement, Judges } from './judges.ts'
import type { KeptVerdicts, Question } from './kept-verdicts.ts'

/** Those who judge, and what they said before. */
export interface Court {
  judges: Judges
  kept: KeptVerdicts
}

/** What one format has made, of one story or of the edition, before its judges; bytes and story are read only for those who have to look. */
export interface Case<Planned extends PromisedFile> {
  format: string
  /** The format's authorities on it; those of every publish are asked here. */
  checks: readonly Pick<Check, 'name' | 'level' | 'version'>[]
  files: readonly { planned: Planned; mediaType: string; sha256: string; read(): Promise<Uint8Array> }[]
  /** What a file is compared with; plain data. */
  against(planned: Planned): unknown
  /** Where diagnostics are, and where verdicts are kept. */
  place: { source: string; anchors: readonly Anchor[]; shelf: string }
  /** What those judges are given who have not judged it before. */
  job(files: readonly { planned: Planned; artifact: Artifact }[]): Promise<Job>
}

/**
 * Judge what a format has made. A file that was not refused before in the same question is not judged again. Throws where an
 * authority crashes.
 */
export async function validateFiles<Planned extends PromisedFile>(renderer: Renderer, one: Case<Planned>, { judges, kept }: Court): Promise<Judgement> {
  const { place: { shelf, anchors } } = one
  const checks = await standardChecks(one.checks)
  const asked = one.files.map((file) => {
    const question: Question = { format: one.format, checks, artifact: file.sha256, against: one.against(file.planned) }
    return { file, question, known: kept.find(shelf, question) }
  })
  const unknown = asked.filter(({ known }) => known === undefined).map(({ file }) => file)
  const judged = unknown.length > 0 ? await judges.judge(renderer, await one.job(await Promise.all(unknown.map(load)))) : nothing
  const byPath = new Map(judged.files.map((file) => [file.path, file]))
  const files: JudgedFile[] = []
  for (const { file: { planned: { path } }, question, known } of asked) {
    const fresh = byPath.get(path)
    if (known !== undefined) files.push({ ...known, path, diagnostics: place(known.diagnostics, anchors) })
    else if (fresh === undefined) throw new Error(`${path} was not judged.`)
    else {
      files.push(fresh)
      await keepAccepted(fresh, question, one.place, kept)
    }
  }
  return { files, milliseconds: judged.milliseconds }
}

const nothing: Judgement = { files: [], milliseconds: 0 }

/** Names and versions of the checks of every publish; one that is not at hand is named without a version. */
async function standardChecks(checks: Case<PromisedFile>['checks']): Promise<string[]> {
  return Promise.all(
    checks.filter(({ level }) => level === 'always').map(async (check) => {
      const availability = await check.version()
      return `${check.name} ${'version' in availability ? availability.version : '(not on this machine)'}`
    }),
  )
}

async function load<Planned extends PromisedFile>({ planned, mediaType, read }: Case<Planned>['files'][number]): Promise<{ planned: Planned; artifact: Artifact }> {
  return { planned, artifact: { path: planned.path, mediaType, bytes: await read() } }
}

async function keepAccepted({ diagnostics, checks, coverage }: JudgedFile, question: Question, { source, anchors, shelf }: Case<PromisedFile>['place'], kept: KeptVerdicts): Promise<void> {
  if (diagnostics.some(({ severity }) => severity === 'error')) return
  const hung = hang(diagnostics, source, anchors)
  if (hung !== undefined) await kept.keep(shelf, question, { checks, ...(coverage ? { coverage } : {}), diagnostics: hung })
}
