import { availableParallelism, totalmem } from 'node:os'

/** Bytes that one story in work may take at the worst: its pictures decoded, its cards painted, its PDF open. */
const bytesOfJob = 1_000_000_000

/** As many stories at a time as there are cores, but no more than there is memory for, also where a container gives less of it than the machine has. */
export function defaultJobs(cores = availableParallelism(), memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / bytesOfJob)))
}
