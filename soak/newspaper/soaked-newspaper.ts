import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openChance } from '../../bench/corpus/chance.ts'
import { disturbances } from '../disturbances/index.ts'
import { openDeck } from '../edits/deck.ts'
import { planDays } from '../edits/day.ts'
import { openSmallDisk } from '../machine/small-disk.ts'
import { foldersOf, runRound, type Place, type Told } from '../round.ts'
import { foundNewspaper, type NewspaperPlan } from './newspaper.ts'
import { openWriter } from './write-newspaper.ts'

/** A newspaper that is to be soaked. */
export interface SoakPlan extends NewspaperPlan {
  name: string
  rounds: number
  /** Names of what happens to publishes; absent: everything that can. */
  disturbances?: readonly string[]
  /** Folder of everything that the soak writes. */
  work: string
}

/** One newspaper through all its rounds, one at a time. */
export interface SoakedNewspaper {
  plan: SoakPlan
  /** Undefined once all rounds are over. */
  nextRound(): Promise<Told | undefined>
}

export async function openSoak(plan: SoakPlan): Promise<SoakedNewspaper> {
  const { seed, name, rounds, work, stories, formats } = plan
  const folder = join(work, name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const chances = { edits: openChance(`${seed}/${name}/edits`), disturbances: openChance(`${seed}/${name}/disturbances`) }
  const paper = foundNewspaper({ ...plan, seed: `${seed}-${name}` })
  const printed = formats.includes('pdf')
  const possible = disturbances.filter((one) => (printed || !one.needsBrowser) && (plan.disturbances?.includes(one.name) ?? true))
  const kinds = openDeck(possible, chances.disturbances)
  const days = planDays(rounds, chances.edits)
  const perRound = Math.max(2, Math.ceil(possible.length / rounds))
  // A story needs a few hundred kilobytes in each of them: dist, the cache, and the stage of a publish that draws everything anew.
  const disk = openSmallDisk(join(folder, 'disk'), 300e6 + stories * (printed ? 8e6 : 1.5e6))
  const place: Place = { folder, disk, usual: 1000 + stories * (printed ? 700 : 40) }
  const write = openWriter(foldersOf(place).source, join(work, 'photos'))
  return {
    plan,
    async nextRound() {
      const day = days.shift()
      return day && runRound({ day, disturbances: kinds.deal(perRound), paper, write, place, chances })
    },
  }
}
