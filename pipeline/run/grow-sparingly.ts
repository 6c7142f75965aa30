import { setFlagsFromString } from 'node:v8'

/** From how many stories on the memory of a run is worth more than its speed. */
const many = 400

/**
 * Let a run of many stories hold less that nobody needs any more. V8 lets a heap double and more before it looks through all of it, as if a program would
 * end soon; with half as much on top, a thousand stories take a fifth more memory than a hundred instead of two thirds, for a twentieth more time
 * (bench/NOTES.md). It holds for all threads, for the rest of the process.
 */
export function growSparingly(stories: number): void {
  if (stories >= many) setFlagsFromString('--heap-growing-percent=50')
}
