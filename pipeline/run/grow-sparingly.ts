import { setFlagsFromString } from 'node:v8'

/**
 * From so many stories on the memory of a run is worth more than its speed. The heap may grow by so many per cent before V8 looks through all of it: of
 * much, little is enough. What is young may take so many megabytes, three times, on threads that are started from then on.
 */
const sparing = [
  { stories: 4000, flags: ['--heap-growing-percent=20', '--max-semi-space-size=4'] },
  { stories: 400, flags: ['--heap-growing-percent=50'] },
]

/**
 * Let a run of many stories hold less that nobody needs any more. V8 lets a heap double and more before it looks through all of it, as if a program would
 * end soon; with half as much on top, a thousand stories take a fifth more memory than a hundred instead of two thirds, for a twentieth more time
 * (bench/NOTES.md). It holds for all threads, for the rest of the process.
 */
export function growSparingly(stories: number): void {
  const found = sparing.find((step) => stories >= step.stories)
  for (const flag of found?.flags ?? []) setFlagsFromString(flag)
}
