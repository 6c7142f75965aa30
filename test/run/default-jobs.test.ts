import { expect, it } from 'vitest'
import { defaultJobs } from '../../pipeline/run/default-jobs.ts'

it.each([
  ['a job for each core', 8, 64e9, 8],
  ['fewer where memory is short', 8, 3.5e9, 3],
  ['one where there is hardly any', 4, 256e6, 1],
])('gives %s', (_, cores, memory, jobs) => {
  expect(defaultJobs(cores, memory)).toBe(jobs)
})
