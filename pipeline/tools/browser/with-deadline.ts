import { PrintTimeout } from './browser-problem.ts'

/** The result of `work`, unless it takes longer than `seconds` or the signal is aborted first: then it throws, and what work does later is ignored. */
export async function withDeadline<T>(work: Promise<T>, seconds: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PrintTimeout(seconds)), seconds * 1000)
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    const stop = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
    work.finally(stop).then(resolve, reject)
    if (signal.aborted) abort()
  })
}
