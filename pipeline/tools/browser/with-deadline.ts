import { unlessStopped } from '../unless-stopped.ts'
import { PrintTimeout } from './browser-problem.ts'

/** The result of `work`, unless it takes longer than `seconds` or the signal is aborted first: then it throws, and what work does later is ignored. */
export async function withDeadline<T>(work: Promise<T>, seconds: number, signal: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => void (timer = setTimeout(() => reject(new PrintTimeout(seconds)), seconds * 1000)))
  return unlessStopped(Promise.race([work.finally(() => clearTimeout(timer)), late]), signal)
}
