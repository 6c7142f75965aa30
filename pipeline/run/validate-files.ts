import type { Article } from '../ast/article.ts'
import type { Publication } from '../ast/publication.ts'
import type { PlannedFile, Renderer } from '../contract/renderer.ts'
import { hang, place, type Anchor } from './anchors.ts'
import type { JudgedFile, JudgeJob } from './judge-artifacts.ts'
import type { Judgement, Judges } from './judges.ts'
import type { KeptVerdicts, Question } from './kept-verdicts.ts'

/** Those who judge, and what they said before. */
export interface Court {
  judges: Judges
  kept: KeptVerdicts
}

/** What one format has made of one story, before its judges; bytes and story are read only for those who have to look. */
export interface Case extends Pick<JudgeJob, 'format' | 'options' | 'lostWords'> {
  files: readonly { planned: PlannedFile; mediaType: string; sha256: string; read(): Promise<Uint8Array> }[]
  publication: Publication
  /** The story, and the hash of all that its author wrote. */
  story: { source: string; input: string; anchors: readonly Anchor[]; shelf: string; article(): Promise<Article> }
}

/**
 * Judge what a format has made of a story. A file that was not refused before in the same question is not judged again. Throws where an
 * authority crashes.
 */
export async function validateFiles(renderer: Renderer, one: Case, { judges, kept }: Court): Promise<Judgement> {
  const { story } = one
  const checks = await standardChecks(renderer)
  const asked = one.files.map((file) => {
    const question: Question = { format: one.format, checks, artifact: file.sha256, against: { input: story.input, publication: one.publication, options: one.options, path: file.planned.path } }
    return { file, question, known: kept.find(story.shelf, question) }
  })
  const unknown = asked.filter(({ known }) => known === undefined)
  const judged = unknown.length > 0 ? await judges.judge(renderer, await jobOf(one, unknown.map(({ file }) => file))) : nothing
  const byPath = new Map(judged.files.map((file) => [file.path, file]))
  const files: JudgedFile[] = []
  for (const { file: { planned: { path } }, question, known } of asked) {
    const fresh = byPath.get(path)
    if (known !== undefined) files.push({ ...known, path, diagnostics: place(known.diagnostics, story.anchors) })
    else if (fresh === undefined) throw new Error(`${path} was not judged.`)
    else {
      files.push(fresh)
      await keepAccepted(fresh, question, one, kept)
    }
  }
  return { files, milliseconds: judged.milliseconds }
}

const nothing: Judgement = { files: [], milliseconds: 0 }

/** Names and versions of the checks of every publish; one that is not at hand is named without a version. */
async function standardChecks({ checks }: Renderer): Promise<string[]> {
  return Promise.all(
    checks.filter(({ level }) => level === 'always').map(async (check) => {
      const availability = await check.version()
      return `${check.name} ${'version' in availability ? availability.version : '(not on this machine)'}`
    }),
  )
}

async function jobOf({ format, options, publication, lostWords, story }: Case, files: Case['files']): Promise<JudgeJob> {
  const loaded = files.map(async ({ planned, mediaType, read }) => ({ planned, artifact: { path: planned.path, mediaType, bytes: await read() } }))
  return { format, options, publication, lostWords, files: await Promise.all(loaded), article: await story.article() }
}

async function keepAccepted({ diagnostics, checks, coverage }: JudgedFile, question: Question, { story }: Case, kept: KeptVerdicts): Promise<void> {
  if (diagnostics.some(({ severity }) => severity === 'error')) return
  const hung = hang(diagnostics, story.source, story.anchors)
  if (hung !== undefined) await kept.keep(story.shelf, question, { checks, ...(coverage ? { coverage } : {}), diagnostics: hung })
}
