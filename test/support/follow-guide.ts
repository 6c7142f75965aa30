import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followerIn, nameOf, stepsOf } from './guide.ts'

/** What has come of a guide that was followed. */
export interface FollowedGuide {
  /** A file of the copy that was worked in. */
  read(path: string): Promise<string>
}

/** A folder to work in, as a guide takes it for granted. */
export interface Workplace {
  folder: string
  close(): Promise<void>
}

/** Follow a guide of `docs/` to the letter, a test to each step; `then` are more tests, of what has come of it. */
export async function followGuide(name: string, open: () => Promise<Workplace>, then: (guide: FollowedGuide) => void): Promise<void> {
  const steps = stepsOf(await readFile(join(import.meta.dirname, '../../docs', name), 'utf8'))
  describe(`docs/${name}, followed to the letter`, () => {
    let workplace: Workplace
    let follow: ReturnType<typeof followerIn>
    beforeAll(async () => {
      workplace = await open()
      follow = followerIn(workplace.folder)
    })
    afterAll(() => workplace.close())

    it.each(steps.map((step) => [nameOf(step), step] as const))('%s', async (_name, step) => {
      expect(await follow(step)).toBe('')
    })

    then({ read: (path) => readFile(join(workplace.folder, path), 'utf8') })
  })
}
