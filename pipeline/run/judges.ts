import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'
import type { Renderer } from '../contract/renderer.ts'
import { judgeArtifacts, type JudgedFile, type JudgeJob } from './judge-artifacts.ts'
import { judgeEdition, type EditionJudgeJob } from './judge-edition.ts'

/** What was found out, and the milliseconds that it took on its thread. */
export interface Judgement {
  files: readonly JudgedFile[]
  milliseconds: number
}

/** What one format has made of one story, or of the edition. */
export type Job = JudgeJob | EditionJudgeJob

/** Those who judge what is drawn, on threads of their own where that is possible. */
export interface Judges {
  judge(renderer: Renderer, job: Job): Promise<Judgement>
  close(): Promise<void>
}

/** The bundle that the command runs from has a door for threads; the plain source, as tests load it, has none. */
const door = fileURLToPath(new URL('./judge-door.mjs', import.meta.url))

/**
 * Open a bench for each job, but leave a core to the thread that draws: each bench holds all validators in memory and warms them up for itself.
 * Nothing is started before there is something to judge.
 */
export function openJudges(jobs: number, signal: AbortSignal): Judges {
  return existsSync(door) ? judgesOnThreads(jobs, signal) : judgesHere(signal)
}

function judgesHere(signal: AbortSignal): Judges {
  return {
    judge: (renderer, job) => timed(() => judgeJob(renderer, job, signal)),
    close: async () => undefined,
  }
}

function judgesOnThreads(jobs: number, signal: AbortSignal): Judges {
  let opening: Promise<Piscina> | undefined
  const open = async (): Promise<Piscina> => {
    const { Piscina: Pool } = await import('piscina')
    const pool = new Pool({ filename: door, minThreads: 0, maxThreads: Math.max(1, Math.min(jobs, availableParallelism() - 1)), idleTimeout: 60_000 })
    // The verdict over what a run that was stopped has given up comes to nobody; unheard, it would end this process. Of all that fails, whoever asked is told.
    pool.on('error', () => undefined)
    return pool
  }
  return {
    judge: async (_, job) => (await (opening ??= open())).run(job, { signal }) as Promise<Judgement>,
    close: async () => (await opening)?.destroy(),
  }
}

/** Let the authorities of every publish judge what was made. */
export function judgeJob(renderer: Renderer, job: Job, signal: AbortSignal): Promise<JudgedFile[]> {
  return 'edition' in job ? judgeEdition(renderer, job, signal) : judgeArtifacts(renderer, job, signal)
}

/** Do the work of a judge by the clock of its own thread: waiting for a free one is not judging. */
export async function timed(work: () => Promise<readonly JudgedFile[]>): Promise<Judgement> {
  const start = performance.now()
  const files = await work()
  return { files, milliseconds: performance.now() - start }
}
