import { renderers } from '../renderers/index.ts'
import { judgeJob, timed, type Job, type Judgement } from './judges.ts'

/** What a thread of judges does with a job. A run that is stopped ends the thread, whatever it is doing. */
export default function judgeOnThread(job: Job): Promise<Judgement> {
  const renderer = renderers.find(({ name }) => name === job.format)
  if (renderer === undefined) throw new Error(`There is no format ${job.format}.`)
  return timed(() => judgeJob(renderer, job, new AbortController().signal))
}
