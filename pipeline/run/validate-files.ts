import type { Check } from '../contract/check.ts'
import type { CheckRecord } from '../contract/file-record.ts'
import type { PlannedFile, Renderer } from '../contract/renderer.ts'
import type { JudgedFile, JudgeJob } from './judge-artifacts.ts'
import type { Judgement, Judges } from './judges.ts'
import type { Kept, KeptVerdicts, Question } from './kept-verdicts.ts'
import { sha256Of } from './workspace.ts'

/** Those who judge, and what they said before. */
export interface Court {
  judges: Judges
  kept: KeptVerdicts
}

/**
 * Judge what a format has made of a story, `input` being the hash of all that its author wrote. A file that was accepted before in
 * the same question is not judged again. Throws where an authority crashes.
 */
export async function validateFiles(renderer: Renderer, job: JudgeJob, input: string, { judges, kept }: Court): Promise<Judgement> {
  const before = await recordsBefore(renderer.checks)
  const asked = await Promise.all(
    job.files.map(async (file) => {
      const question = questionOf(file.artifact.bytes, job, input, before)
      return { file, question, known: await kept.find(question) }
    }),
  )
  const unknown = asked.filter(({ known }) => known === undefined)
  const judged = unknown.length > 0 ? await judges.judge(renderer, { ...job, files: unknown.map(({ file }) => file) }) : nothing
  const byPath = new Map(judged.files.map((file) => [file.path, file]))
  const files = await Promise.all(
    asked.map(async ({ file: { planned }, question, known }) => {
      if (known) return acceptedBefore(planned, before, known)
      const fresh = byPath.get(planned.path)
      if (fresh === undefined) throw new Error(`${planned.path} was not judged.`)
      if (isAccepted(fresh)) await kept.keep(question, fresh.coverage ? { coverage: fresh.coverage } : {})
      return fresh
    }),
  )
  return { files, milliseconds: judged.milliseconds }
}

const nothing: Judgement = { files: [], milliseconds: 0 }

/** The checks of every publish as they would be on record, had they nothing to say. */
async function recordsBefore(checks: readonly Check[]): Promise<{ check: Check; record: CheckRecord }[]> {
  return Promise.all(
    checks.filter(({ level }) => level === 'always').map(async (check) => {
      const availability = await check.version()
      const record: CheckRecord = 'version' in availability ? { name: check.name, ...availability, verdict: 'passed' } : { name: check.name, verdict: 'not-checked' }
      return { check, record }
    }),
  )
}

function acceptedBefore(planned: PlannedFile, before: readonly { check: Check; record: CheckRecord }[], { coverage }: Kept): JudgedFile {
  const checks = before.filter(({ check }) => check.judges?.(planned) ?? true).map(({ record }) => record)
  return { path: planned.path, checks, ...(coverage ? { coverage } : {}), diagnostics: [] }
}

function questionOf(bytes: Uint8Array, { format, publication, options }: JudgeJob, input: string, before: readonly { record: CheckRecord }[]): Question {
  return { format, checks: before.map(({ record: { name, version } }) => `${name} ${version}`), artifact: sha256Of(bytes), against: { input, publication, options } }
}

function isAccepted({ diagnostics }: JudgedFile): boolean {
  return diagnostics.length === 0
}
