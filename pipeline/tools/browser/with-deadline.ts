import { PrintTimeout } from './browser-problem.ts'

/** The result of `work`, unless it takes longer than `seconds` or the signal is aborted first: then it throws, and what work does later is ignored. */
export async function withDeadline<T>(work: Promise<T>, seconds: number, signal: AbortSignal): Promise<T> {
  const { promise: stop, reject } = withResolvers()
  const timer = setTimeout(() => reject(new PrintTimeout(seconds)), seconds * 1000)
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  work.catch(() => {})
  try {
    return await Promise.race([work, stop])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

// Promise.withResolvers came with Node 22.
function withResolvers(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<never>((_, rejectPromise) => (reject = rejectPromise))
  return { promise, reject }
}
