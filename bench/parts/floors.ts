import { join } from 'node:path'
import { home } from '../../pipeline/tools/installation.ts'
import { CannotMeasure } from '../cannot-measure.ts'
import type { Desk } from '../desk.ts'
import { measureCommand, type Measured } from '../measure/measure-command.ts'
import type { Section } from '../measure/sections.ts'
import { publishCold } from './life.ts'
import type { Part } from './part.ts'

/** What the machine could do at best: bare loops over the same documents and the same cards. */
export function floors(sizes: readonly number[]): Part[] {
  const most = sizes.at(-1) ?? 1
  return [
    ...sizes.map((stories): Part => ({ name: `floor-${stories}`, run: (desk) => floor(desk, { name: 'floor', program: 'print-floor.js', title: 'a bare puppeteer loop', stories }) })),
    {
      name: `cards-${most}`,
      run: async (desk) => {
        await floor(desk, { name: 'cards-floor', program: 'draw-floor.js', title: 'a bare satori + resvg + sharp loop, three cards a story', stories: most })
        await publishCold(desk, { stories: most, prefix: 'card-', formats: ['card'] })
      },
    },
  ]
}

/** A bundled program of the bench, run with node. */
export function runOwn(program: string, words: readonly string[]): Promise<Measured> {
  return measureCommand({ program: process.execPath, words: [join(home, 'node_modules/.cache/galley/bench', program), ...words], seconds: 1200 })
}

async function floor(desk: Desk, { name, program, title, stories }: { name: string; program: string; title: string; stories: number }): Promise<void> {
  const facts = { name: `${name}-${stories}`, title: `${title}, best of 1, 2 and 4 at once`, stories }
  await desk.figure(facts, async () => {
    const { exitCode, sections, stderr } = await runOwn(`floor/${program}`, [await desk.newspaper(stories)])
    if (exitCode !== 0) throw new CannotMeasure(`${program} ended with ${exitCode}. ${stderr.trim().slice(-300)}`)
    return [best(sections)]
  })
}

function best(sections: readonly Section[]): Section {
  return sections.reduce((one, other) => (other.milliseconds < one.milliseconds ? other : one))
}
