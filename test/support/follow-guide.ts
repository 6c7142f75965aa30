import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyGalley, type CopyOfGalley } from './copy-of-galley.ts'
import { followerIn, nameOf, stepsOf } from './guide.ts'

/** What has come of a guide that was followed. */
export interface FollowedGuide {
  /** A file of the copy that was worked in. */
  read(path: string): Promise<string>
}

/** Follow a guide to the letter in a copy of the working tree, a test to each step; `then` are more tests, of what has come of it. */
export async function followGuide(name: string, then: (guide: FollowedGuide) => void): Promise<void> {
  const steps = stepsOf(await readFile(join(import.meta.dirname, '../..', name), 'utf8'))
  describe(`${name}, followed to the letter`, () => {
    let galley: CopyOfGalley
    let follow: ReturnType<typeof followerIn>
    beforeAll(async () => {
      galley = await copyGalley()
      follow = followerIn(galley.folder)
    })
    afterAll(() => galley.close())

    it.each(steps.map((step) => [nameOf(step), step] as const))('%s', async (_name, step) => {
      expect(await follow(step)).toBe('')
    })

    then({ read: (path) => readFile(join(galley.folder, path), 'utf8') })
  })
}
