import { renderers } from '../renderers/index.ts'
import { judgeArtifacts, type JudgeJob } from './judge-artifacts.ts'
import { timed, type Judgement } from './judges.ts'

/** What a thread of judges does with a job. A run that is stopped ends the thread, whatever it is doing. */
export default function judgeOnThread(job: JudgeJob): Promise<Judgement> {
  const renderer = renderers.find(({ name }) => name === job.format)
  if (renderer === undefined) throw new Error(`There is no format ${job.format}.`)
  return timed(() => judgeArtifacts(renderer, job, new AbortController().signal))
}
