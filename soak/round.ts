import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chance } from '../bench/corpus/chance.ts'
import { manifestName } from '../pipeline/run/manifest.ts'
import { readEdition, type Edition } from './compare/edition.ts'
import { compareWithClean, type Comparison } from './compare/with-clean.ts'
import { differencesFromWitness } from './compare/with-witness.ts'
import type { Disturbance, Scene } from './disturbances/disturbance.ts'
import { applyEdits, beginDay, type Day } from './edits/day.ts'
import { filesBelow } from './machine/files-below.ts'
import { startPublish, verify, type Publish } from './machine/galley.ts'
import { processesThatName } from './machine/processes.ts'
import type { SmallDisk } from './machine/small-disk.ts'
import type { Newspaper } from './newspaper/newspaper.ts'
import type { Writer } from './newspaper/write-newspaper.ts'

/** Where one newspaper is soaked. */
export interface Place {
  /** Holds `source`, `dist`, `cache`, `witness`, `clean` and what programs leave behind. */
  folder: string
  /** Holds the soaked `dist` and `cache`. */
  disk: SmallDisk | undefined
  /** Milliseconds that a publish lately took. */
  usual: number
}

/** What came of a round. */
export interface Told {
  isSound: boolean
  edits: ReadonlyMap<string, number>
  disturbances: readonly string[]
  outcome: Edition['outcome']
  files: number
  comparison: Pick<Comparison, 'kept' | 'excused'>
  /** Empty where all is well. */
  differences: readonly string[]
}

interface Round {
  day: Day
  disturbances: readonly Disturbance[]
  paper: Newspaper
  write: Writer
  place: Place
  /** Edits are the same for the same seed, however disturbances go: the moment of a kill nobody can repeat. */
  chances: Readonly<Record<'edits' | 'disturbances', Chance>>
}

/** Change a newspaper, publish it under disturbances and once more in peace, and compare what stands then with its witness and with a clean build. */
export async function runRound({ day, disturbances, paper, write, place, chances }: Round): Promise<Told> {
  const { source, soaked, witness, clean, temporary } = foldersOf(place)
  await mkdir(temporary, { recursive: true })
  const before = await filesBelow(soaked.out)
  const mended = beginDay(day, paper, chances.edits)
  const edits = new Map([['mended', mended]])
  const settings = { source, now: paper.now }
  const note = (done: ReadonlyMap<string, number>): void => void done.forEach((count, name) => edits.set(name, (edits.get(name) ?? 0) + count))

  // A newspaper that is sound may change again before a disturbed publish is made good: nothing of that may be remembered.
  const half = day.isSound ? Math.ceil(day.edits.length / 2) : day.edits.length
  note(applyEdits(day.edits.slice(0, half), paper, chances.edits))
  await write(paper)
  const [said, faults] = [[] as string[], [] as string[]]
  for (const [index, disturbance] of disturbances.entries()) {
    const told = await disturb(disturbance, { ...settings, ...soaked }, { place, chance: chances.disturbances, temporary, source })
    said.push(`${disturbance.name}, ${told.said}`)
    faults.push(...told.faults.map((fault) => `${disturbance.name} (${told.said}): ${fault}`))
    if (index === 0 && half < day.edits.length) {
      note(applyEdits(day.edits.slice(half), paper, chances.edits))
      await write(paper)
    }
  }

  const quiet = await publishInPeace({ ...settings, ...soaked }, temporary).catch((error: unknown) => {
    throw new Error(`${(error as Error).message} Before it: ${said.join('; ')}.`)
  })
  place.usual = quiet.milliseconds
  const watched = await publishInPeace({ ...settings, ...witness }, temporary)
  await rm(clean.out, { recursive: true, force: true })
  const built = await publishInPeace({ ...settings, ...clean }, temporary)
  const edition = await readEdition(soaked.out, quiet.outcome)
  const unlikeWitness = differencesFromWitness(edition, await readEdition(witness.out, watched.outcome))
  const { differences, ...comparison } = compareWithClean(edition, await readEdition(clean.out, built.outcome), before)
  const unexpected = day.isSound && quiet.outcome.exitCode !== 0 ? [`nothing is wrong with the newspaper, and the publish ended with ${quiet.outcome.exitCode}`] : []
  const outliving = processesThatName(temporary).map((line) => `a process outlives its publish: ${line}`)
  await rm(temporary, { recursive: true, force: true })
  return { isSound: day.isSound, edits, disturbances: said, outcome: quiet.outcome, files: edition.files.size, comparison, differences: [...faults, ...unlikeWitness, ...differences, ...unexpected, ...outliving] }
}

/** Of all that the soak writes for one newspaper. */
export function foldersOf({ folder, disk }: Pick<Place, 'folder' | 'disk'>) {
  const soaked = disk?.folder ?? join(folder, 'soaked')
  return {
    source: join(folder, 'source'),
    soaked: { out: join(soaked, 'dist'), cache: join(soaked, 'cache') },
    witness: { out: join(folder, 'witness/dist'), cache: join(folder, 'witness/cache') },
    clean: { out: join(folder, 'clean') },
    temporary: join(folder, 'temporary'),
  }
}

async function disturb(disturbance: Disturbance, publish: Scene['publish'], { place, chance, temporary, source }: { place: Place; chance: Chance; temporary: string; source: string }): Promise<{ said: string; faults: string[] }> {
  const told = await disturbance.run({
    publish, chance,
    start: (asked) => startPublish(asked, temporary),
    disk: place.disk,
    usual: place.usual,
    spoilSettings: () => spoil(join(source, 'publication.yml')),
  })
  // Now and then nobody looks, and the next publish finds what there is.
  if (chance.number() < 0.5) return told
  const isFirst = !existsSync(join(publish.out, manifestName)) && !existsSync(join(publish.out, '.galley/journal.json'))
  const { code, stdout } = await verify(publish.out)
  return { ...told, faults: [...told.faults, ...(code === (isFirst ? 2 : 0) ? [] : [`verify ended with ${code}: ${stdout.slice(0, 400)}`])] }
}

async function spoil(path: string): Promise<() => Promise<void>> {
  const right = await readFile(path)
  await writeFile(path, 'name: [\n')
  return () => writeFile(path, right)
}

/** A publish with nothing against it: it publishes, whatever it finds wrong with stories. */
async function publishInPeace(publish: Publish, temporary: string): Promise<{ outcome: Edition['outcome']; milliseconds: number }> {
  const { code, outcome, stderr, milliseconds } = await startPublish(publish, temporary).ended
  if (outcome !== undefined && (code === 0 || code === 1)) return { outcome, milliseconds }
  throw new Error(`A publish that nobody has disturbed ended with ${code}. ${outcome?.diagnostics.map(({ reason }) => reason).join(' ') ?? stderr}`)
}
