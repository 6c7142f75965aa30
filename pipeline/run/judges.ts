import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Renderer } from '../contract/renderer.ts'
import { judgeArtifacts, type JudgedFile, type JudgeJob } from './judge-artifacts.ts'

/** Those who judge what is drawn, on threads of their own where that is possible. */
export interface Judges {
  judge(renderer: Renderer, job: JudgeJob): Promise<JudgedFile[]>
  close(): Promise<void>
}

/** The bundle that the command runs from has a door for threads; the plain source, as tests load it, has none. */
const door = fileURLToPath(new URL('./run/judge-thread.js', import.meta.url))

/** Open as many benches as there are jobs. Nothing is started before there is something to judge. */
export async function openJudges(jobs: number, signal: AbortSignal): Promise<Judges> {
  return existsSync(door) ? judgesOnThreads(jobs, signal) : judgesHere(signal)
}

function judgesHere(signal: AbortSignal): Judges {
  return {
    judge: (renderer, job) => judgeArtifacts(renderer, job, signal),
    close: async () => undefined,
  }
}

async function judgesOnThreads(jobs: number, signal: AbortSignal): Promise<Judges> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina({ filename: door, minThreads: 0, maxThreads: jobs, idleTimeout: 60_000 })
  return {
    judge: (_, job) => pool.run(job, { signal }) as Promise<JudgedFile[]>,
    close: () => pool.destroy(),
  }
}
