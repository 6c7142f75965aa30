import { join } from 'node:path'
import { home } from '../../pipeline/tools/installation.ts'
import { CannotMeasure } from '../cannot-measure.ts'
import { repeat } from '../desk.ts'
import { measureCommand } from '../measure/measure-command.ts'
import { publishCold, workOf } from './life.ts'
import type { Part } from './part.ts'

const rounds = 5

/** An unchanged publish as people call it, and what npm takes to run nothing at all. */
export function npmStarts(sizes: readonly number[]): Part[] {
  const stories = sizes.at(-1) ?? 1
  const life = { stories, prefix: '' }
  return [
    {
      name: `npm-${stories}`,
      run: async (desk) => {
        await desk.figure({ name: `npm-empty-${stories}`, title: 'npm run of an empty script', stories: 0 }, () =>
          repeat(rounds, () => measureCommand({ program: 'npm', words: ['run', '-s', 'empty'], folder: join(home, 'bench'), seconds: 60 })),
        )
        await desk.figure({ name: `npm-unchanged-${stories}`, title: 'unchanged: all formats, by npm run', stories }, async () => {
          if (!(await publishCold(desk, life))) throw new CannotMeasure('it was not published cold')
          const work = await workOf(desk, life)
          return repeat(rounds, () => desk.galley.publish({ ...work, byNpm: true }))
        })
      },
    },
  ]
}
