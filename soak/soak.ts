import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { randomInt } from 'node:crypto'
import { home } from '../pipeline/tools/installation.ts'
import { disturbances } from './disturbances/index.ts'
import { runWithOwnMounts } from './machine/small-disk.ts'
import { openSoak, type SoakPlan } from './newspaper/soaked-newspaper.ts'
import { tableHead, tableRow, type Row } from './tell-round.ts'

/*
 * Publish newspapers to which everything happens that can happen, and compare what stands with what should. See soak/README.md.
 *
 *   npm run soak                                       2,000 stories as pages, 24 in all formats, ten rounds
 *   npm run soak -- --seed 7 --rounds 3                the same again
 *   npm run soak -- --stories 200 --whole 4 --minutes 5
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    stories: { type: 'string', default: '2000' },
    whole: { type: 'string', default: '24' },
    rounds: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '20' },
    formats: { type: 'string', default: 'html,amp,json,site,feeds,sitemap' },
    'whole-formats': { type: 'string', default: 'html,amp,pdf,epub,card,json,site,feeds,sitemap' },
    disturbances: { type: 'string' },
    work: { type: 'string', default: join(home, 'soak/.work') },
  },
})

process.exitCode = runWithOwnMounts() ?? (await soak())

async function soak(): Promise<number> {
  const seed = values.seed ?? String(randomInt(1_000_000))
  const work = resolve(values.work)
  const [stories, whole, rounds, minutes] = [count('stories'), count('whole'), count('rounds'), count('minutes')]
  const common = { seed, rounds, work, ...(values.disturbances === undefined ? {} : { disturbances: chooseDisturbances(values.disturbances.split(',')) }) }
  const plans: SoakPlan[] = [
    { ...common, name: 'pages', stories, photos: Math.min(12, Math.max(3, stories)), formats: values.formats.split(',') },
    { ...common, name: 'whole', stories: whole, photos: 3, formats: values['whole-formats'].split(',') },
  ]
  const papers = await Promise.all(plans.filter((plan) => plan.stories > 0).map(async (plan) => mkdir(work, { recursive: true }).then(() => openSoak(plan))))
  tell(`Seed ${seed}: ${papers.map(({ plan }) => `${plan.stories} stories in ${plan.formats.join(', ')}`).join('; ')}; ${rounds} rounds, or ${minutes} minutes.\n\n${tableHead}`)
  const rows: Row[] = []
  const end = performance.now() + minutes * 60_000
  for (let round = 1; round <= rounds && performance.now() < end; round++) {
    for (const paper of papers) {
      const started = performance.now()
      const told = await paper.nextRound()
      if (told === undefined) continue
      const row = { ...told, newspaper: paper.plan.name, round, seconds: (performance.now() - started) / 1000 }
      rows.push(row)
      tell(tableRow(row))
      // What stands is left as it is, to be looked at.
      if (row.differences.length > 0) return conclude(rows, { seed, rounds, work })
    }
  }
  return conclude(rows, { seed, rounds, work })
}

function conclude(rows: readonly Row[], { seed, rounds, work }: { seed: string; rounds: number; work: string }): number {
  const last = rows.at(-1)
  const compared = rows.reduce((sum, { files }) => sum + files, 0)
  tell(`\n${rows.length} rounds, ${compared} files compared, ${last?.differences.length ?? 0} differences.${(last?.round ?? 0) < rounds ? ` It ended after round ${last?.round}.` : ''}`)
  if (!last || last.differences.length === 0) return 0
  tell(['', `Differences in ${last.newspaper}, round ${last.round} (seed ${seed}; the folders are in ${join(work, last.newspaper)}):`, ...last.differences.slice(0, 200).map((difference) => `- ${difference}`)].join('\n'))
  return 1
}

function chooseDisturbances(names: string[]): string[] {
  const unknown = names.find((name) => disturbances.every((one) => one.name !== name))
  if (unknown === undefined) return names
  throw new Error(`There is no disturbance "${unknown}". There are: ${disturbances.map(({ name }) => name).join(', ')}.`)
}

function count(name: 'stories' | 'whole' | 'rounds' | 'minutes'): number {
  const number = Number(values[name])
  if (Number.isFinite(number) && number >= 0) return number
  throw new Error(`Expected a number after --${name}, found "${values[name]}".`)
}

function tell(words: string): void {
  process.stdout.write(`${words}\n`)
}
