import type { MemoryPeaks } from './watch-memory.ts'

/** What some work took. */
export interface Usage extends MemoryPeaks {
  /** By the clock on the wall. */
  milliseconds: number
  /** Processor time, user and system, of the process and all that it started. */
  processorMilliseconds: number
}

/** Of several runs the middle one for times, and the largest for memory. Throws without any. */
export function middleOf(runs: readonly Usage[]): Usage {
  return {
    milliseconds: median(runs.map((run) => run.milliseconds)),
    processorMilliseconds: median(runs.map((run) => run.processorMilliseconds)),
    programBytes: Math.max(...runs.map((run) => run.programBytes)),
    browserBytes: Math.max(...runs.map((run) => run.browserBytes)),
  }
}

/** Work that was done one part after the other: times add up, memory does not. */
export function sumOf(parts: readonly Usage[]): Usage {
  return {
    milliseconds: parts.reduce((sum, part) => sum + part.milliseconds, 0),
    processorMilliseconds: parts.reduce((sum, part) => sum + part.processorMilliseconds, 0),
    programBytes: Math.max(...parts.map((part) => part.programBytes)),
    browserBytes: Math.max(...parts.map((part) => part.browserBytes)),
  }
}

/** The middle of a list; of an even number the lower of the two. Throws where it is empty. */
export function median(numbers: readonly number[]): number {
  const middle = numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1]
  if (middle === undefined) throw new Error('Nothing has no median.')
  return middle
}
